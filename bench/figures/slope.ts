/** How a keystroke grows with the file: 1,000, 10,000 and 50,000 stories, one server each, in turn. */
import { generateBacklog } from '../backlogs.ts';
import type { Bench, Figure, Measured } from '../figure.ts';
import { LanguageServer } from '../languageServer.ts';
import { LANGUAGE, ours, URI } from '../servers.ts';
import { median } from '../statistics.ts';
import { Typist } from '../typing.ts';

const SIZES = [1_000, 10_000, 50_000] as const;
const BLOCKS = 8;
const IN_A_BLOCK = 60;

interface Series {
  readonly stories: number;
  readonly typist: Typist;
  readonly times: number[];
}

export const slope: Figure = {
  name: 'slope',
  about: 'a keystroke to its diagnostics at 1,000, 10,000 and 50,000 stories',

  async measure(bench: Bench): Promise<readonly Measured[]> {
    const servers: LanguageServer[] = [];
    try {
      const series: Series[] = [];
      for (const stories of SIZES) {
        const server = await LanguageServer.start(ours(bench.product), { uri: URI });
        servers.push(server);
        const backlog = generateBacklog(bench.scaled(stories));
        bench.say(`opening ${stories} stories`);
        await server.open(backlog.text, LANGUAGE.ours);
        await server.rest();
        const typist = new Typist(server, backlog, String(stories));
        await typist.strokes(bench.scaled(300), 0);
        series.push({ stories, typist, times: [] });
      }
      for (let block = 0; block < BLOCKS; block++)
        for (const { typist, times } of series)
          times.push(...(await typist.strokes(bench.scaled(IN_A_BLOCK), 0)));
      return rows(series);
    } finally {
      for (const server of servers) server.stop();
    }
  },
};

function rows(series: readonly Series[]): readonly Measured[] {
  const [first] = series;
  if (first === undefined) return [];
  const base = median(first.times);
  return series.slice(1).map(({ stories, times }): Measured => {
    const last = stories === SIZES.at(-1);
    return {
      figure: `keystroke at ${stories.toLocaleString('en')} stories`,
      unit: 'ms',
      ours: median(times),
      against: { name: 'ours at 1,000', value: base },
      ...(last ? { goal: { kind: 'at-most-times', factor: 3 } } : {}),
      rounds: `${times.length} / ${first.times.length}`,
    };
  });
}
