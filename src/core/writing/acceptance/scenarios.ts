/** The scenarios of an item as rules judge them: one whose steps are spread over several entries counts as one. */
import type { Criterion, Scenario, Step } from './criteria.ts';
import type { StepKind } from './keywords.ts';
import type { WrittenItem } from '../writtenItem.ts';

export interface Judged {
  readonly criterion: Criterion;
  readonly scenario: Scenario;
  /** The entries that it is spread over; one nearly always. */
  readonly entries: readonly Criterion[];
}

const known = new WeakMap<readonly Criterion[], readonly Judged[]>();

/** Those of Gherkin blocks with mistakes are left out: what is missing there may only be unread. */
export function scenariosOf({ criteria }: WrittenItem): readonly Judged[] {
  let found = known.get(criteria);
  if (found === undefined) known.set(criteria, (found = [...collect(criteria)]));
  return found;
}

function* collect(criteria: readonly Criterion[]): Iterable<Judged> {
  for (const [i, criterion] of criteria.entries()) {
    if (criterion.continues || (criterion.notation === 'gherkin' && criterion.errors.length > 0)) continue;
    const [first] = criterion.scenarios;
    const entries = [criterion];
    for (let next = criteria[i + 1]; next?.continues === true; next = criteria[i + entries.length])
      entries.push(next);
    if (entries.length === 1 || first === undefined) {
      for (const scenario of criterion.scenarios) yield { criterion, scenario, entries };
      continue;
    }
    const steps = entries.flatMap(({ scenarios }) => scenarios.flatMap((scenario) => scenario.steps));
    yield { criterion, scenario: { ...first, steps }, entries };
  }
}

/** True where a step with `*` keeps it open what the steps are. */
export function isOpen({ steps, before }: Scenario): boolean {
  return [...before, ...steps].some(({ said }) => said === '*');
}

/** True where a step of this kind is there, or meant to be. */
export function has(kind: StepKind, { steps, before, empty }: Scenario): boolean {
  return [before, steps, empty].some((each) => each.some((step) => step.kind === kind));
}

/** What a step says, for messages and comparison. */
export function wordsOf({ in: { text }, words }: Step): string {
  return text.slice(words.start, words.end);
}

/** The same for texts that differ in case, spaces and the signs at their ends alone. */
export function normal(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s"'.,;:!*_-]+|[\s"'.,;:!*_-]+$/g, '');
}

/** A few words of a longer text, for messages. */
export function shown(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length > 50 ? `${line.slice(0, 49).trimEnd()}…` : line;
}
