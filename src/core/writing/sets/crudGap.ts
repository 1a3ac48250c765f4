/**
 * `story/crud-gap`: something is changed or deleted in a story, and no story makes it. Off unless the team asks for it,
 * since much is made elsewhere. Stories that are done, or only ideas, count as making it too.
 */
import type { Item } from '../../backlog/item.ts';
import type { Problem } from '../../backlog/problem.ts';
import type { RuleDoc } from '../../rules/ruleDoc.ts';
import type { WrittenItem } from '../writtenItem.ts';
import { Findings } from './findings.ts';
import type { SetHost, SetRule, SetRuleKind } from './setRule.ts';
import { tokensOf } from './tokens.ts';

const CRUD_GAP: RuleDoc = {
  id: 'story/crud-gap',
  title: 'No story creates this',
  severity: 'hint',
  off: true,
  summary:
    'A story edits or deletes something that no story in the file creates, including finished ones. English only. Off until `writing.rules` gives it a severity.',
  why: 'If stories delete teams and none creates them, a story may be missing. The data may also come from another system, so this is a question.',
  bad: 'writing:\n  rules: {story/crud-gap: hint}\nstories:\n  - title: Delete a team\n    status: ready\n    story: As an organiser, I want to delete a team, so that the list stays short.\n    acceptance: [The team is gone]\n    estimate: 2',
  good: 'writing:\n  rules: {story/crud-gap: hint}\nstories:\n  - title: Delete a team\n    status: ready\n    story: As an organiser, I want to delete a team, so that the list stays short.\n    acceptance: [The team is gone]\n    estimate: 2\n  - title: Create a team\n    status: done\n    story: As an organiser, I want to create a team, so that it can play.',
};

export const CRUD_GAP_RULE: SetRuleKind = {
  docs: [CRUD_GAP],
  language: 'en',
  everyStory: true,
  make: (host) => new CrudGap(host),
};

const MAKING = new Set(
  'create add make new register import upload write define record build set open start enter submit publish generate copy duplicate invite order buy book schedule'.split(
    ' ',
  ),
);
const CHANGING = new Set(
  'edit update change modify delete remove rename archive correct adjust cancel move restore'.split(' '),
);
/** Words that end what is made or changed. */
const BEHIND = new Set(
  'of in on for with from to by at as into via through using when while if so that which who after before'.split(
    ' ',
  ),
);
const JOINING = new Set(['and', 'or', 'and/or']);

interface Acts {
  readonly makes: readonly string[];
  readonly changes: readonly string[];
}

class CrudGap implements SetRule {
  private readonly acts = new Map<Item, Acts>();
  private readonly makers = new Map<string, number>();
  private readonly changers = new Map<string, Set<Item>>();
  private readonly found = new Findings((item) => this.find(item));

  constructor(private readonly host: SetHost) {}

  findings(): Findings {
    return this.found;
  }

  add(written: WrittenItem, isJudged: boolean): void {
    const all = actsOf(written);
    const acts = isJudged ? all : { makes: all.makes, changes: [] };
    if (acts.makes.length + acts.changes.length === 0) return;
    const { item } = written;
    this.acts.set(item, acts);
    for (const thing of acts.makes) this.count(thing, 1);
    for (const thing of acts.changes) {
      const items = this.changers.get(thing);
      if (items) items.add(item);
      else this.changers.set(thing, new Set([item]));
    }
    this.look(item);
  }

  remove(item: Item): void {
    const acts = this.acts.get(item);
    if (acts === undefined) return;
    this.acts.delete(item);
    this.found.unmark(item);
    for (const thing of acts.changes) {
      const items = this.changers.get(thing);
      items?.delete(item);
      if (items?.size === 0) this.changers.delete(thing);
    }
    for (const thing of acts.makes) this.count(thing, -1);
  }

  /** One maker more or less; the first and the last one matter to those who change it. */
  private count(thing: string, by: 1 | -1): void {
    const before = this.makers.get(thing) ?? 0;
    if (before + by === 0) this.makers.delete(thing);
    else this.makers.set(thing, before + by);
    if (before === 0 || before + by === 0) for (const item of this.changers.get(thing) ?? []) this.look(item);
  }

  private look(item: Item): void {
    this.found.unmark(item);
    if (this.missing(item) !== undefined) this.found.mark(item);
  }

  private missing(item: Item): string | undefined {
    return this.acts.get(item)?.changes.find((thing) => !this.makers.has(thing));
  }

  private find(item: Item): readonly Problem[] {
    const thing = this.missing(item);
    const sentence = this.host.written(item)?.sentence;
    if (thing === undefined || sentence?.means === undefined) return [];
    const { start, end } = sentence.written.span(sentence.means);
    const message = `No story creates a "${thing}": is one missing, or does it come from elsewhere?`;
    return [{ rule: CRUD_GAP.id, severity: CRUD_GAP.severity, message, start, end }];
  }
}

/** What the wish of a story makes and changes, each by its last noun: `delete a team and its roster` changes `team`. */
function actsOf({ sentence }: WrittenItem): Acts {
  const words = tokensOf(sentence?.means?.text ?? '');
  const makes: string[] = [];
  const changes: string[] = [];
  let at = 0;
  const verbs: string[] = [];
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (MAKING.has(word) || CHANGING.has(word)) verbs.push(word);
    else if (!JOINING.has(word)) break;
  }
  let thing: string | undefined;
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (BEHIND.has(word) || JOINING.has(word)) break;
    thing = word;
  }
  if (thing === undefined) return { makes, changes };
  if (verbs.some((verb) => MAKING.has(verb))) makes.push(thing);
  else if (verbs.length > 0) changes.push(thing);
  return { makes, changes };
}
