/**
 * `story/undeclared-dependency`: the words of a story name another one, or point to it (`as above`), and no field says
 * so. Which ids there are and what links them may change anywhere in the file, so those who name an id are looked at
 * again when its bearer changes.
 */
import type { Item } from '../../backlog/item.ts';
import type { Problem } from '../../backlog/problem.ts';
import type { RuleDoc } from '../../rules/ruleDoc.ts';
import type { Span } from '../../text/span.ts';
import type { Mend } from '../rule.ts';
import type { Written } from '../written.ts';
import type { WrittenItem } from '../writtenItem.ts';
import { Findings } from './findings.ts';
import type { SetHost, SetRule, SetRuleKind } from './setRule.ts';

const UNDECLARED: RuleDoc = {
  id: 'story/undeclared-dependency',
  title: 'Undeclared dependency',
  severity: 'warning',
  summary:
    'The story sentence or a criterion mentions another item by id or position (`as above`, `see the previous story`), and no field links the two. Ids of done or dropped items are fine.',
  why: 'Stories get moved and sorted: what’s above today is elsewhere tomorrow. Only links in a field are shown, followed and checked.',
  bad: 'stories:\n  - id: FN-1\n    title: Sync\n    status: ready\n    story: As a coach, I want to see the roster offline, so that I need no signal.\n    acceptance: [The roster opens without a signal]\n    estimate: 3\n  - id: FN-2\n    title: Share\n    status: ready\n    story: As a coach, I want to share the roster of FN-1, so that parents see it.\n    acceptance: [Parents see the roster]\n    estimate: 3',
  good: 'stories:\n  - id: FN-1\n    title: Sync\n    status: ready\n    story: As a coach, I want to see the roster offline, so that I need no signal.\n    acceptance: [The roster opens without a signal]\n    estimate: 3\n  - id: FN-2\n    title: Share\n    status: ready\n    story: As a coach, I want to share the roster, so that parents see it.\n    acceptance: [Parents see the roster]\n    estimate: 3\n    depends_on: [FN-1]',
};

export const UNDECLARED_DEPENDENCY: SetRuleKind = {
  docs: [UNDECLARED],
  make: (host) => new UndeclaredDependency(host),
};

/** A place in the words of an item. Offsets of its slice. */
interface Mention extends Span {
  /** The id as it is written; undefined where the words point without one. */
  readonly id: string | undefined;
  readonly words: string;
}

const ID = /(?<![\w-])[A-Za-z][A-Za-z0-9_]*-\d+(?![\w-])/g;

const ADJECTIVE = String.raw`(?:above|previous|preceding|following|next|other|last)`;
const POINTING = new RegExp(
  String.raw`\b(?:(?:as|see|like) above|(?:as|like) (?:in|with) the ${ADJECTIVE} (?:user )?story|(?:see|after|before|with|from|in) (?:the )?(?:${ADJECTIVE} (?:user )?story|(?:user )?story (?:above|below|#?\d+)))\b`,
  'gi',
);

const NO_PROBLEMS: readonly Problem[] = [];

class UndeclaredDependency implements SetRule {
  /** Only items that name or point to another. */
  private readonly mentions = new Map<Item, readonly Mention[]>();
  private readonly namedIn = new Map<string, Set<Item>>();
  private readonly found = new Findings((item) => this.find(item));

  constructor(private readonly host: SetHost) {}

  findings(): Findings {
    return this.found;
  }

  add(written: WrittenItem): void {
    const mentions = [...mentionsIn(written)];
    if (mentions.length === 0) return;
    const { item } = written;
    this.mentions.set(item, mentions);
    for (const { id } of mentions) {
      if (id === undefined) continue;
      const items = this.namedIn.get(id);
      if (items) items.add(item);
      else this.namedIn.set(id, new Set([item]));
    }
    this.look(item);
  }

  remove(item: Item): void {
    for (const { id } of this.mentions.get(item) ?? []) {
      const items = id === undefined ? undefined : this.namedIn.get(id);
      items?.delete(item);
      if (id !== undefined && items?.size === 0) this.namedIn.delete(id);
    }
    this.mentions.delete(item);
    this.found.unmark(item);
  }

  follow(changed: readonly Item[]): void {
    if (this.namedIn.size === 0) return;
    for (const { id, was } of changed) {
      for (const name of id === undefined ? was : [id, ...was])
        for (const item of this.namedIn.get(name) ?? []) this.look(item);
    }
  }

  mendsOf(item: Item, { start }: Problem): readonly Mend[] {
    const mention = this.mentions.get(item)?.find((other) => other.start === start);
    const [target] = mention?.id === undefined ? [] : this.host.inOrder(this.targets(mention.id));
    if (target?.id === undefined) return [];
    const operation = {
      type: 'addEntry',
      item: this.host.address(item),
      field: 'depends_on',
      value: target.id,
    } as const;
    return [{ title: `Add ${target.id} to \`depends_on\``, preferred: true, operation }];
  }

  /** The item is in the findings exactly while there is something to say of it. */
  private look(item: Item): void {
    this.found.unmark(item);
    if (this.find(item).length > 0) this.found.mark(item);
  }

  private find(item: Item): readonly Problem[] {
    const mentions = this.mentions.get(item);
    if (mentions === undefined) return NO_PROBLEMS;
    return mentions.flatMap(({ id, words, start, end }) => {
      const { severity, id: rule } = UNDECLARED;
      if (id === undefined) {
        if (item.dependsOn.length > 0) return [];
        const message = `"${words}" refers to another story by position, which can change: add that story to \`depends_on\`.`;
        return [{ rule, severity, message, start, end }];
      }
      const targets = this.targets(id);
      const isFine = (target: Item): boolean =>
        target === item || this.isOver(target) || areLinked(item, target);
      if (targets.length === 0 || targets.some(isFine)) return [];
      const message = `This mentions ${id}, but no field links to it: add it to \`depends_on\`, or remove it.`;
      return [{ rule, severity, message, start, end }];
    });
  }

  private targets(id: string): readonly Item[] {
    return this.host.ids.targets('item', id);
  }

  private isOver({ status }: Item): boolean {
    const { done, dropped } = this.host.config();
    return status !== undefined && (done.includes(status) || dropped.includes(status));
  }
}

function areLinked(a: Item, b: Item): boolean {
  return names(a, b) || names(b, a);
}

function names({ references }: Item, { id, was }: Item): boolean {
  return references.some((reference) => reference.id === id || was.includes(reference.id));
}

function* mentionsIn(item: WrittenItem): Iterable<Mention> {
  const { sentence } = item;
  if (sentence !== undefined) {
    yield* idsIn(sentence.written);
    for (const match of sentence.written.text.matchAll(POINTING))
      yield mention(sentence.written, match.index, match[0], undefined);
  }
  const acceptance = item.field('acceptance');
  // Most criteria name nobody: a look at the source is enough for them.
  if (acceptance === undefined || item.source.slice(acceptance.start, acceptance.end).search(ID) < 0) return;
  for (const criterion of item.criteria) {
    const { notation, written } = criterion;
    const steps = notation === 'mapping' ? criterion.scenarios.flatMap((scenario) => scenario.steps) : [];
    for (const text of new Set([...steps.map((step) => step.in), ...(written ? [written] : [])]))
      yield* idsIn(text);
  }
}

function* idsIn(written: Written): Iterable<Mention> {
  for (const match of written.text.matchAll(ID)) yield mention(written, match.index, match[0], match[0]);
}

function mention(written: Written, at: number, words: string, id: string | undefined): Mention {
  return { ...written.span({ start: at, end: at + words.length }), id, words };
}
