/** Takes out a step, an empty key or a whole criterion. Never what would leave a scenario without its outcome. */
import type { Span, TextEdit } from '../../../text/span.ts';
import type { MapNode, Node } from '../../../yaml/node.ts';
import type { Mend } from '../../rule.ts';
import type { WrittenItem } from '../../writtenItem.ts';
import type { Criterion, Step } from '../criteria.ts';
import type { StepKind } from '../keywords.ts';
import type { Judged } from '../scenarios.ts';
import { addressOf, endOf, linesOf, listOf, mappingOf, pathOf, removing, valueOf } from './pieces.ts';

export function deleteCriterion(criterion: Criterion, item: WrittenItem): readonly Mend[] {
  const address = addressOf(item);
  const list = listOf(item);
  // The last criterion is not to be lost by a click.
  if (address === undefined || list === undefined || list.items.length < 2) return [];
  const operation = {
    type: 'removeEntry',
    item: address,
    field: 'acceptance',
    entry: criterion.index,
  } as const;
  return [{ title: 'Delete this criterion', operation }];
}

export function deleteStep(judged: Judged, step: Step, item: WrittenItem): readonly Mend[] {
  const { criterion, scenario, entries } = judged;
  if (!isSpare(step, scenario.steps)) return [];
  if (criterion.notation === 'mapping') return deleteEntry(criterion, step, item);
  const entry = entries.find(({ written }) => written === step.in);
  if (entries.length > 1 && entry !== undefined && entry.scenarios[0]?.steps.length === 1)
    return deleteCriterion(entry, item);
  const own = scenario.steps.filter((each) => each.in === step.in);
  const edits = criterion.notation === 'gherkin' ? withoutLines(own, step) : withoutPiece(own, step);
  return edits.length === 0 ? [] : [{ title: 'Delete this step', preferred: true, in: step.in, edits }];
}

/** True where another step says the same kind of thing, or nothing has to. */
function isSpare(step: Step, steps: readonly Step[]): boolean {
  return step.kind !== 'then' || steps.some((each) => each !== step && each.kind === 'then');
}

function deleteEntry(criterion: Criterion, step: Step, item: WrittenItem): readonly Mend[] {
  const address = addressOf(item);
  const map = mappingOf(criterion);
  if (address === undefined || map === undefined) return [];
  const value = valueOf(map, step.kind, item);
  const entry = value?.kind === 'seq' ? value.items.indexOf(step.in.node) : 0;
  if (entry < 0 || (value?.kind !== 'seq' && value !== step.in.node)) return [];
  if (isAll(map, value)) return deleteCriterion(criterion, item);
  const operation = removing(address, `${pathOf(criterion, item)}.${step.kind}`, value, entry);
  return [{ title: 'Delete this step', preferred: true, operation }];
}

/** True where nothing is left of a mapping without what stands in one of its keys. */
function isAll(map: MapNode, value: Node | undefined): boolean {
  return map.pairs.length < 2 && (value?.kind !== 'seq' || value.items.length < 2);
}

/** A key with nothing behind it, or an entry with nothing in it. */
export function deleteEmptyPart(
  criterion: Criterion,
  kind: StepKind,
  span: Span,
  item: WrittenItem,
): readonly Mend[] {
  const address = addressOf(item);
  const map = mappingOf(criterion);
  const [scenario] = criterion.scenarios;
  if (address === undefined || map === undefined || scenario === undefined) return [];
  if (kind === 'then' && !scenario.steps.some((step) => step.kind === 'then')) return [];
  const value = valueOf(map, kind, item);
  const entry =
    value?.kind === 'seq' ? value.items.findIndex((each) => each === undefined || each.end === span.end) : 0;
  if (entry < 0) return [];
  if (isAll(map, value)) return deleteCriterion(criterion, item);
  const operation = removing(address, `${pathOf(criterion, item)}.${kind}`, value, entry);
  return [{ title: 'Delete it', preferred: true, operation }];
}

/** The step's lines; where an `And` goes on with it, only its words, so that the `And` gets its keyword. */
function withoutLines(steps: readonly Step[], step: Step): readonly TextEdit[] {
  const next = steps[steps.indexOf(step) + 1];
  if (next && goesOn(step, next)) return [handedOn(step, next)];
  const { start, end } = linesOf(step);
  const { text } = step.in;
  const last = end >= text.length && start > 0;
  // From the first letter of its line to that of the next one: the space before a line stands outside of the text.
  return last ? [{ start: start - 1, end: endOf(step), text: '' }] : [{ start, end, text: '' }];
}

function withoutPiece(steps: readonly Step[], step: Step): readonly TextEdit[] {
  const i = steps.indexOf(step);
  const next = steps[i + 1];
  const before = steps[i - 1];
  if (next && goesOn(step, next)) return [handedOn(step, next)];
  if (before) return [{ start: before.span.end, end: step.span.end, text: '' }];
  if (!next) return [];
  const first = next.keyword.charAt(0);
  const start = next.span.start;
  return [{ start: step.span.start, end: start + 1, text: first.toUpperCase() }];
}

function goesOn(step: Step, next: Step): boolean {
  return step.said === step.kind && (next.said === 'and' || next.said === 'but');
}

/** From behind the keyword to behind that of the next step. */
function handedOn(step: Step, next: Step): TextEdit {
  const start = step.span.start + step.keyword.length;
  return { start, end: next.span.start + next.keyword.length, text: '' };
}
