/** What the page of a story asks with each write, right after an edit elsewhere: the page, a judgement, a change. */
import type { ItemPage } from '../../src/core/features/page/pageData.ts';
import {
  judgeDraftRequest,
  planPageRequest,
  storyPageRequest,
  type StoryPageResult,
} from '../../src/protocol/storyPage.ts';
import { generateBacklog } from '../backlogs.ts';
import type { Bench, Figure, Measured } from '../figure.ts';
import { LanguageServer } from '../languageServer.ts';
import { LANGUAGE, ours, URI } from '../servers.ts';
import { median, quantile } from '../statistics.ts';

const ROUNDS = 100;
const WARM_UP = 40;
/** Until a file that was just opened is judged by its words. */
const QUIET = 3000;

export const storyPage: Figure = {
  name: 'storyPage',
  about: 'the page of a story with a judgement and a planned change, after an edit, 10,000 stories',

  async measure(bench: Bench): Promise<readonly Measured[]> {
    const stories = bench.scaled(10_000);
    const backlog = generateBacklog(stories);
    const server = await LanguageServer.start(ours(bench.product), { uri: URI });
    try {
      await server.open(backlog.text, LANGUAGE.ours);
      await server.settle(QUIET);
      const item = { list: 'stories', index: Math.floor(stories * 0.7) } as const;
      const typedAt = backlog.endOf(Math.floor(stories / 2), 'title');
      const times: number[] = [];
      for (let round = 0; round < WARM_UP + ROUNDS; round++) {
        await server.change({ at: typedAt, text: 'x' });
        const shown = await server.request(storyPageRequest.method, { uri: URI, item });
        const page = pageIn(shown.result);
        const text = `As a coach, I want to see ${round} (now).`;
        const judged = await server.request(judgeDraftRequest.method, {
          uri: URI,
          item,
          path: 'story',
          text,
        });
        const change = { kind: 'set', path: 'title', value: `Round ${round}`, mark: page.title.mark };
        const planned = await server.request(planPageRequest.method, { uri: URI, item, change });
        if (!(planned.result as { readonly ok: boolean }).ok) throw new Error('the change was refused');
        if (round >= WARM_UP) times.push(shown.ms + judged.ms + planned.ms);
      }
      const rounds = String(ROUNDS);
      return [
        {
          figure: 'page of a story, judged and changed, after an edit: median',
          unit: 'ms',
          ours: median(times),
          goal: { kind: 'at-most', value: 16 },
          rounds,
        },
        { figure: '… 95th percentile', unit: 'ms', ours: quantile(times, 0.95), rounds },
      ];
    } finally {
      server.stop();
    }
  },
};

function pageIn(result: unknown): ItemPage {
  const { page } = result as StoryPageResult;
  if (!page.readable) throw new Error('the page can not be read');
  return page;
}
