/** schema/type: a value of a kind that its key does not take. */
import type { Fix } from '../backlog/problem.ts';
import type { Field } from '../schema/shape.ts';
import type { Node } from '../yaml/node.ts';
import type { Judging } from './judging.ts';
import type { Plan } from './plan.ts';
import { describe, example } from './words.ts';

export function schemaType(judging: Judging, plan: Plan, node: Node, field: Field): void {
  const top = field.shape === plan.shape;
  const where = top ? `"${field.key}" takes` : `Here "${field.key}" takes`;
  judging.report(
    'schema/type',
    'error',
    firstLine(judging.text, node),
    `${where} ${describe(plan.shape)}${top ? example(field) : ''}.`,
    asList(judging.text, plan, node),
  );
}

/** A collection over many lines is marked on its first line only. */
export function firstLine(text: string, node: Node): { readonly start: number; readonly end: number } {
  const newline = text.indexOf('\n', node.start);
  const end = newline < 0 || newline > node.end ? node.end : newline;
  return { start: node.start, end: Math.max(end, node.start) };
}

/** One bare entry where a list is wanted. */
function asList(text: string, plan: Plan, node: Node): readonly Fix[] | undefined {
  if (node.kind !== 'scalar' || plan.entries?.scalar === undefined) return undefined;
  const written = text.slice(node.start, node.end);
  if (node.style === 'literal' || node.style === 'folded' || /[[\]{},#\n]|: /.test(written)) return undefined;
  return [
    {
      title: 'Convert to a list',
      edits: [{ start: node.start, end: node.end, text: `[${written}]` }],
      preferred: true,
    },
  ];
}
