/** What a rule is given: the text, the team's settings, and where to say what is wrong. */
import { DEFAULT_CONFIG, type Config } from '../backlog/config.ts';
import type { ListName } from '../backlog/lists.ts';
import type { Fix, Problem, RuleId, Severity } from '../backlog/problem.ts';
import type { MapNode } from '../yaml/node.ts';
import type { Span } from '../text/span.ts';
import { indexIn, pairWith } from './scalar.ts';

/** How far an item is in its life: `finished` is done or dropped, `ready` is from the status `ready` on. */
export type Life = 'open' | 'ready' | 'finished';

const NONE: readonly Problem[] = [];

export class Judging {
  /** With the last object of a class the engine throws away the code compiled for it; this one stays. */
  static readonly kept = new Judging('', DEFAULT_CONFIG, undefined, undefined, false);

  #problems: Problem[] | undefined;
  #life: Life | undefined;

  constructor(
    readonly text: string,
    readonly config: Config,
    /** The list of the item that is judged; undefined for other parts of the file. */
    readonly list: ListName | undefined,
    /** The item that is judged. */
    readonly item: MapNode | undefined,
    /** True where a part of the item could not be read: then nothing is said to be missing from it. */
    readonly partial: boolean,
  ) {}

  get problems(): readonly Problem[] {
    return this.#problems ?? NONE;
  }

  /** @param words the message; or two of them, where a form says it otherwise */
  report(
    rule: RuleId,
    severity: Severity,
    at: Span,
    words: string | Required<Pick<Problem, 'message' | 'inForm'>>,
    fixes?: readonly Fix[],
  ): void {
    const problem: Problem = {
      rule,
      severity,
      ...(typeof words === 'string' ? { message: words } : words),
      start: at.start,
      end: at.end,
      ...(fixes === undefined || fixes.length === 0 ? {} : { fixes }),
    };
    (this.#problems ??= []).push(problem);
  }

  /** Stories and epics live by their status; everything else is open. */
  get life(): Life {
    return (this.#life ??= this.#readLife());
  }

  #readLife(): Life {
    if (this.item === undefined || (this.list !== 'stories' && this.list !== 'epics')) return 'open';
    const { text, config } = this;
    const status = pairWith(this.item, 'status', text)?.value;
    const ready = config.statuses.indexOf('ready');
    if (status?.kind !== 'scalar') return ready === 0 ? 'ready' : 'open';
    if (indexIn(status, text, config.done) >= 0 || indexIn(status, text, config.dropped) >= 0)
      return 'finished';
    return ready >= 0 && indexIn(status, text, config.statuses) >= ready ? 'ready' : 'open';
  }
}
