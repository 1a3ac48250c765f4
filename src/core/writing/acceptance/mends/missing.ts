/**
 * Puts in the keyword that is missing. Where a clause stands there already (`when I pay, a receipt is sent`), it becomes
 * the step; else a step is added with a gap to fill in.
 */
import type { Mend } from '../../rule.ts';
import type { WrittenItem } from '../../writtenItem.ts';
import type { Step } from '../criteria.ts';
import { ACTION, OUTCOME } from '../gaps.ts';
import { firstKeyword, type Keywords } from '../keywords.ts';
import type { Judged } from '../scenarios.ts';
import { addressOf, endOf, innerKeyword, inserting, marginOf, pathOf } from './pieces.ts';

export function missingOutcome(judged: Judged, item: WrittenItem, keywords: Keywords): readonly Mend[] {
  const { criterion, scenario, entries } = judged;
  const last = scenario.steps.at(-1);
  if (last === undefined) return [];
  const keyword = firstKeyword(keywords, 'then');
  const step = `${keyword} ${OUTCOME}`;
  switch (criterion.notation) {
    case 'check':
      return [];
    case 'mapping':
      return setting(judged, item, 'then', OUTCOME);
    case 'gherkin': {
      const at = endOf(last);
      const text = `\n${marginOf(last)}${step}`;
      return [{ title: `Add "${step}"`, in: last.in, edits: [{ start: at, end: at, text }] }];
    }
    case 'line': {
      if (entries.length > 1) return adding(judged, item, entries.length, step);
      const word = innerKeyword(scenario.steps, 'then', keywords);
      const at = last.span.end;
      const added: Mend = {
        title: `Add "${word} ${OUTCOME}"`,
        in: last.in,
        edits: [{ start: at, end: at, text: `, ${word} ${OUTCOME}` }],
      };
      return [...clauseAs(last, word), added];
    }
  }
}

export function missingAction(judged: Judged, item: WrittenItem, keywords: Keywords): readonly Mend[] {
  const { criterion, scenario, entries } = judged;
  const i = scenario.steps.findIndex(({ kind }) => kind === 'then');
  const outcome = scenario.steps[i];
  if (outcome === undefined) return [];
  const keyword = firstKeyword(keywords, 'when');
  const step = `${keyword} ${ACTION}`;
  switch (criterion.notation) {
    case 'check':
      return [];
    case 'mapping':
      return setting(judged, item, 'when', ACTION);
    case 'gherkin': {
      const at = outcome.span.start;
      const text = `${step}\n${marginOf(outcome)}`;
      return [{ title: `Add "${step}"`, in: outcome.in, edits: [{ start: at, end: at, text }] }];
    }
    case 'line': {
      const entry = entries.findIndex(({ written }) => written === outcome.in);
      const own = entries[entry]?.scenarios[0]?.steps ?? [];
      if (entry > 0 && own[0] === outcome) return adding(judged, item, entry, step);
      const at = outcome.span.start;
      const before = own[own.indexOf(outcome) - 1];
      if (before === undefined) {
        const small = outcome.keyword.charAt(0).toLowerCase();
        return [
          {
            title: `Add "${step}"`,
            in: outcome.in,
            edits: [{ start: at, end: at + 1, text: `${step}, ${small}` }],
          },
        ];
      }
      const word = innerKeyword(scenario.steps, 'when', keywords);
      const added: Mend = {
        title: `Add "${word} ${ACTION}"`,
        in: outcome.in,
        edits: [{ start: before.span.end, end: before.span.end, text: `, ${word} ${ACTION}` }],
      };
      return [...clauseAs(before, word), added];
    }
  }
}

/** The last clause of a step, as a step of its own: `…, a receipt is sent` becomes `…, then a receipt is sent`. */
function clauseAs({ in: written, words }: Step, word: string): readonly Mend[] {
  const text = written.text.slice(words.start, words.end);
  const comma = text.lastIndexOf(', ');
  const clause = text.slice(comma + 2);
  if (comma <= 0 || clause.trim().split(/\s+/).length < 2) return [];
  const at = words.start + comma + 2;
  return [
    {
      title: `Put "${word}" before "${clause.length > 40 ? `${clause.slice(0, 39).trimEnd()}…` : clause}"`,
      preferred: true,
      in: written,
      edits: [{ start: at, end: at, text: `${word} ` }],
    },
  ];
}

function setting(
  { criterion }: Judged,
  item: WrittenItem,
  key: 'when' | 'then',
  value: string,
): readonly Mend[] {
  const address = addressOf(item);
  if (address === undefined) return [];
  const field = `${pathOf(criterion, item)}.${key}`;
  return [{ title: `Add "${key}: ${value}"`, operation: { type: 'set', item: address, field, value } }];
}

/** One more entry of a scenario that is spread over entries. */
function adding({ criterion }: Judged, item: WrittenItem, at: number, step: string): readonly Mend[] {
  const address = addressOf(item);
  if (address === undefined) return [];
  const [operation] = inserting(address, criterion.index + at, [step]);
  return operation ? [{ title: `Add "${step}"`, operation }] : [];
}
