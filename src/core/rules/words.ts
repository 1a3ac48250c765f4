/** Says in words what a place of the file takes, for messages. */
import type { Field, RefKind, Shape, TeamChoice } from '../schema/shape.ts';

const REFS: Readonly<Record<RefKind, string>> = {
  item: 'the id of a story or an epic',
  epic: 'the id of an epic',
  sprint: 'the id of a sprint',
  release: 'the id of a release',
  objective: 'the id of an objective',
  metric: 'the id of a metric',
  insight: 'the id of an insight',
  person: 'the id of a person',
  team: 'the id of a team',
};

const CHOICES: Readonly<Record<TeamChoice, string>> = {
  status: 'a status',
  estimate: 'an estimate',
  severity: 'a severity',
  type: 'a type',
};

/** `a list of texts`, `a number from 1 to 3`. */
export function describe(shape: Shape): string {
  switch (shape.kind) {
    case 'any':
      return 'anything';
    case 'text':
      return shape.patternHint ?? 'a text';
    case 'id':
      return 'an id';
    case 'number':
      return describeNumber(shape);
    case 'boolean':
      return 'true or false';
    case 'date':
      return 'a date';
    case 'choice':
      return listed(shape.of);
    case 'team':
      return CHOICES[shape.of];
    case 'ref':
      return REFS[shape.to];
    case 'list':
      return shape.orOne ? `${describe(shape.of)}, or a list` : 'a list';
    case 'record':
    case 'object':
      return 'a mapping';
    case 'union':
      return [...new Set(shape.of.map(describe))].join(' or ');
  }
}

function describeNumber(shape: {
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
}): string {
  const what = shape.integer === true ? 'a whole number' : 'a number';
  if (shape.min !== undefined && shape.max !== undefined) return `${what} from ${shape.min} to ${shape.max}`;
  return shape.min === undefined ? what : `${what}, ${shape.min} or more`;
}

/** `, like 2026-11-25`; empty where the field has no short example. */
export function example(field: Field): string {
  const [first] = field.examples;
  return first === undefined || first.length > 70 || /^[|>]/.test(first) ? '' : `, like ${first}`;
}

/** `a, b or c`; at most eight. */
export function listed(words: readonly string[], joint = 'or'): string {
  if (words.length > 8) return `${words.slice(0, 8).join(', ')}, …`;
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
}
