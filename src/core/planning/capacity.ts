/** The points that a sprint has room for. */
import { type Node, scalarText } from '../yaml/node.ts';

/** A number of points, or the sum of each person's; undefined where one of them is no number. */
export function capacityOf(node: Node, text: string): number | undefined {
  if (node.kind === 'scalar') return numberOf(scalarText(node, text));
  if (node.kind !== 'map') return undefined;
  let sum = 0;
  for (const { value } of node.pairs) {
    const points = value?.kind === 'scalar' ? numberOf(scalarText(value, text)) : undefined;
    if (points === undefined) return undefined;
    sum += points;
  }
  return sum;
}

function numberOf(text: string): number | undefined {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) ? value : undefined;
}
