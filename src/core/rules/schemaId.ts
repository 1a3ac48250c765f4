/** schema/id: an id or a key of a form that can't be referred to. */
import type { Field } from '../schema/shape.ts';
import { scalarText } from '../yaml/node.ts';
import type { MapNode, Scalar } from '../yaml/node.ts';
import type { Judging } from './judging.ts';
import { isNothing, pairWith, shown } from './scalar.ts';

/** `KEY-number` for stories and epics; for all others any text that is not empty. */
export function itemId(judging: Judging, item: MapNode): void {
  const { text, list } = judging;
  const id = pairWith(item, 'id', text)?.value;
  if (id?.kind !== 'scalar' || isNothing(id, text)) return;
  if (list !== 'stories' && list !== 'epics') {
    if (id.value !== undefined && id.value.trim() === '')
      judging.report('schema/id', 'error', id, 'This id is empty: nothing can refer to it.');
    return;
  }
  if (isKeyNumber(id, text)) return;
  const key = judging.config.product.key ?? 'KEY';
  judging.report(
    'schema/id',
    'warning',
    id,
    `"${shown(id, text)}" is not an id that commits can name: write the key and a number, like ${key}-12.`,
  );
}

/** `[A-Z][A-Z0-9]*-[0-9]+`, on the characters. */
function isKeyNumber(id: Scalar, text: string): boolean {
  const source = id.value ?? text;
  let at = id.value === undefined ? id.start : 0;
  const end = id.value === undefined ? id.end : id.value.length;
  if (!isCapital(source.charCodeAt(at))) return false;
  let code = source.charCodeAt(++at);
  while (at < end && (isCapital(code) || isDigit(code))) code = source.charCodeAt(++at);
  if (code !== 45 || at >= end) return false;
  if (++at >= end) return false;
  for (; at < end; at++) if (!isDigit(source.charCodeAt(at))) return false;
  return true;
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

function pattern(judging: Judging, node: Scalar, form: RegExp, hint: string | undefined, field: Field): void {
  const written = scalarText(node, judging.text);
  if (form.test(written) || isNothing(node, judging.text)) return;
  judging.report(
    'schema/id',
    'error',
    node,
    `"${shown(node, judging.text)}" can't be the ${field.key}: it takes ${hint ?? 'another form'}.`,
  );
}

export const schemaId = { pattern };
