/**
 * `story/template-drift`: a story that announces its parts in other words than most of the file. Kept of each story is
 * one number with the form of each of its parts; which stories differ is counted anew only when the majority moves.
 */
import type { Item } from '../../backlog/item.ts';
import type { Problem } from '../../backlog/problem.ts';
import type { RuleDoc } from '../../rules/ruleDoc.ts';
import type { Mend } from '../rule.ts';
import type { WrittenItem } from '../writtenItem.ts';
import { Counted, MOST_FORMS } from './counted.ts';
import { type Drift, driftOf } from './drift.ts';
import { Findings } from './findings.ts';
import { formsOf, SLOTS } from './forms.ts';
import type { SetHost, SetRule, SetRuleKind } from './setRule.ts';

const DRIFT: RuleDoc = {
  id: 'story/template-drift',
  title: 'Different template than the rest',
  severity: 'information',
  summary:
    "A clause starts with different words or punctuation than in most stories of the file: `I'd like to` among `I want to`. Applies from five stories on, if more than half of them agree and no other form is nearly as common.",
  why: 'Stories in one form are easy to scan: any difference between two of them matters.',
  bad: storiesIn('I would like to see the lineup'),
  good: storiesIn('I want to see the lineup'),
};

function storiesIn(last: string): string {
  const wishes = ['share a photo', 'export the roster', 'cancel a match', 'invite a player'].map(
    (wish) => `I want to ${wish}`,
  );
  const story = (wish: string, i: number): string =>
    `  - id: FN-${i + 1}\n    title: Story ${i + 1}\n    status: ready\n    story: As a coach, ${wish}, so that parents know at once.\n    acceptance: [Parents get a message]\n    estimate: 2`;
  return `stories:\n${[...wishes, 'I want to book the hall', last].map(story).join('\n')}`;
}

export const TEMPLATE_DRIFT: SetRuleKind = {
  docs: [DRIFT],
  make: (host) => new TemplateDrift(host),
};

/** The forms of a story in one small number: six bits a slot. */
const BITS = 6;

class TemplateDrift implements SetRule {
  private readonly slots = SLOTS.map(() => new Counted());
  private readonly forms = new Map<Item, number>();
  /** What is said of stories that differ. */
  private readonly odd = new Findings((item) => this.find(item));
  /** Stories that were not held against the majority yet. */
  private fresh: Item[] = [];
  private isStale = false;
  /** What the odd ones are told by: the number and the spelling of each slot's majority. */
  private customs: readonly Custom[] = SLOTS.map(() => ({ number: 0, spelling: '' }));

  constructor(private readonly host: SetHost) {}

  findings(): Findings {
    this.settle();
    return this.odd;
  }

  add({ item, sentence }: WrittenItem): void {
    if (sentence === undefined) return;
    const forms = formsOf(sentence);
    let packed = 0;
    for (const [i, slot] of SLOTS.entries()) {
      const form = forms.get(slot);
      if (form !== undefined) packed |= (this.slots[i]?.add(form) ?? 0) << (BITS * i);
    }
    if (packed === 0) return;
    this.forms.set(item, packed);
    this.fresh.push(item);
    this.isStale = true;
  }

  remove(item: Item): void {
    const packed = this.forms.get(item);
    if (packed === undefined) return;
    this.forms.delete(item);
    const sentence = this.host.written(item)?.sentence;
    const forms = sentence && formsOf(sentence);
    for (const [i, slot] of SLOTS.entries()) {
      const number = numberIn(packed, i);
      if (number !== 0) this.slots[i]?.remove(number, forms?.get(slot)?.written);
    }
    this.odd.unmark(item);
    this.isStale = true;
  }

  private find(item: Item): readonly Problem[] {
    return this.drifts(item).map(({ at, in: text, message }) => ({
      rule: DRIFT.id,
      severity: DRIFT.severity,
      message,
      ...text.span(at),
    }));
  }

  mendsOf(item: Item, { start, message }: Problem): readonly Mend[] {
    this.settle();
    const drift = this.drifts(item).find(
      (other) => other.message === message && other.in.offset(other.at.start) === start,
    );
    if (drift?.edit === undefined) return [];
    return [{ title: drift.title, preferred: true, in: drift.in, edits: [drift.edit] }];
  }

  /** Holds what is new against the majority, or everything where that is another one now. */
  private settle(): void {
    if (!this.isStale) return;
    this.isStale = false;
    const customs = this.slots.map((slot) => ({
      number: slot.majority,
      spelling: slot.spelling(slot.majority),
    }));
    const same = customs.every(
      ({ number, spelling }, i) =>
        this.customs[i]?.number === number && this.customs[i].spelling === spelling,
    );
    const { fresh } = this;
    this.fresh = [];
    if (!same) {
      this.customs = customs;
      this.odd.clear();
    }
    for (const item of same ? fresh : this.forms.keys())
      if (this.isOdd(this.forms.get(item) ?? 0)) this.odd.mark(item);
  }

  private isOdd(packed: number): boolean {
    return this.customs.some(({ number }, i) => {
      const own = numberIn(packed, i);
      return number !== 0 && own !== 0 && own !== number;
    });
  }

  private drifts(item: Item): readonly Drift[] {
    const sentence = this.host.written(item)?.sentence;
    const packed = this.forms.get(item);
    if (sentence === undefined || packed === undefined) return [];
    return SLOTS.flatMap((slot, i) => {
      const custom = this.customs[i];
      const own = numberIn(packed, i);
      if (custom === undefined || custom.number === 0 || own === 0 || own === custom.number) return [];
      return driftOf(sentence, slot, custom.spelling) ?? [];
    });
  }
}

interface Custom {
  readonly number: number;
  readonly spelling: string;
}

function numberIn(packed: number, slot: number): number {
  return (packed >> (BITS * slot)) & MOST_FORMS;
}
