/** Stands in for the host of a story's page: what the view is told is made by the real core from a real file. */
import { Backlog } from '../../../src/core/backlog/backlog.ts';
import { pageChoices } from '../../../src/core/features/page/choices.ts';
import { itemPage } from '../../../src/core/features/page/itemPage.ts';
import { judgeDraft } from '../../../src/core/features/page/judgeDraft.ts';
import { planPageChange } from '../../../src/core/features/page/pagePlan.ts';
import { applied } from '../../../src/core/text/applied.ts';
import type { StoryPageContract } from '../../../src/protocol/panels/storyPage.ts';
import { TODAY } from './rows.ts';
import type { StandIn, Tell } from './viewPage.ts';

const URI = 'file:///w/backlog.yaml';

export class StoryPageHost implements StandIn<StoryPageContract> {
  text: string;
  #revision = 1;
  #tell: Tell<StoryPageContract> | undefined;
  readonly #index: number;
  readonly #readOnly: string | undefined;
  readonly #late: number;
  readonly #judging: number;

  /**
   * @param index of the story, from 0
   * @param late so many milliseconds after a change was answered, the page is told anew; 0: before it is answered
   * @param judging milliseconds that it takes to judge a text
   */
  constructor(
    text: string,
    {
      index = 0,
      readOnly,
      late = 0,
      judging = 0,
    }: { index?: number; readOnly?: string; late?: number; judging?: number } = {},
  ) {
    this.text = text;
    this.#index = index;
    this.#readOnly = readOnly;
    this.#late = late;
    this.#judging = judging;
  }

  readonly calls: StandIn<StoryPageContract>['calls'] = {
    change: async (change) => {
      const { backlog, item } = this.#read();
      const plan = planPageChange(backlog, item, change);
      if (!plan.ok) {
        const { code, message } = plan.refusal;
        return { ok: false, why: code === 'changed-since' ? 'changed' : 'refused', message };
      }
      this.text = applied(this.text, plan.edits);
      this.#revision++;
      if (this.#late === 0) await this.show();
      else setTimeout(() => void this.show(), this.#late);
      return { ok: true, mark: plan.mark, revision: this.#revision };
    },
    judge: async ({ path, text }) => {
      await new Promise((resolve) => setTimeout(resolve, this.#judging));
      const { backlog, item } = this.#read();
      return judgeDraft(backlog, item, path, text);
    },
    preview: ({ text }) => [{ kind: 'element', tag: 'p', children: [{ kind: 'text', text }] }],
    complete: () => null,
    pin: () => null,
  };

  readonly ready = async (tell: Tell<StoryPageContract>): Promise<void> => {
    this.#tell = tell;
    await this.show();
    await tell('choices', pageChoices(this.#read().backlog));
    await tell('commits', { of: null });
  };

  /** Tells the view what the file says now. */
  async show(): Promise<void> {
    const { backlog, item } = this.#read();
    const page = itemPage(backlog, item);
    if (page === undefined) throw new Error('this item has no page');
    await this.#tell?.('page', {
      state: { uri: URI, item: page.address },
      turn: 0,
      revision: this.#revision,
      file: 'backlog.yaml',
      dirty: false,
      ...(this.#readOnly === undefined ? {} : { readOnly: this.#readOnly }),
      deleted: false,
      preview: true,
      today: TODAY,
      now: Date.parse(`${TODAY}T12:00:00Z`) / 1000,
      page,
      pictures: {},
    });
  }

  #read() {
    const backlog = Backlog.read(this.text).finish();
    const item = backlog.list('stories')[this.#index];
    if (item === undefined) throw new Error('there is no such story');
    return { backlog, item };
  }
}
