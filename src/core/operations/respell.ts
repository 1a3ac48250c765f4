/** Gives scalars all over the file another text where they stand, in the quotes that they have, as one verified step. */
import type { Span, TextEdit } from '../text/span.ts';
import type { Node, Scalar } from '../yaml/node.ts';
import { scalarText } from '../yaml/node.ts';
import { lineEnd } from '../yaml/trivia.ts';
import type { Slice } from '../yaml/slicedText.ts';
import { readsAsOtherType, renderScalar } from '../yaml/write.ts';
import { type Data, toData } from './data.ts';
import type { ItemAddress } from './operation.ts';
import type { Refused } from './refusal.ts';
import { cannotPreserve, nothing, type Step } from './step.ts';
import { verify } from './verify.ts';
import type { View } from './view.ts';

export interface Respelled {
  readonly node: Scalar;
  /** What it says afterwards. */
  readonly text: string;
  /** In `[…]`, `{…}`, or a key. */
  readonly flow: boolean;
  /** What makes it say that, with offsets of the slice; without them, the scalar is written anew. */
  readonly edits?: readonly TextEdit[];
}

/** What changes in one slice. */
export interface SliceRespelled {
  readonly slice: Slice;
  /** The tree that the scalars are of. */
  readonly root: Node | undefined;
  readonly scalars: readonly Respelled[];
}

export function respell(
  view: View,
  all: readonly SliceRespelled[],
  items: readonly ItemAddress[],
  what: string,
): Step | Refused {
  if (all.length === 0) return nothing(view, items);
  const changed = new Map<Slice, Data | undefined>();
  for (const { slice, root, scalars } of all) {
    changed.set(slice, toData(root, slice.text, new Map(scalars.map(({ node, text }) => [node, text]))));
  }
  const starts = new Map(view.source.slices.map((slice, index) => [slice, view.source.startOf(index)]));
  let why = '';
  for (const quoted of [false, true]) {
    const edits = all.flatMap(({ slice, scalars }) =>
      scalars.flatMap((scalar) => moved(editsOf(scalar, slice.text, quoted), starts.get(slice) ?? 0)),
    );
    edits.sort((a, b) => a.start - b.start);
    const result = verify(view.source, edits, { changed });
    if (result.ok) return { ok: true, edits, change: result.change, items };
    ({ why } = result);
  }
  return cannotPreserve(what, why);
}

function moved(edits: readonly TextEdit[], by: number): TextEdit[] {
  return edits.map(({ start, end, text }) => ({ start: start + by, end: end + by, text }));
}

function editsOf(scalar: Respelled, source: string, quoted: boolean): readonly TextEdit[] {
  if (scalar.edits !== undefined) return scalar.edits;
  const { node, text, flow } = scalar;
  const span: Span = { start: node.start, end: node.end };
  const commentBehind = source.slice(node.end, lineEnd(source, node.end)).trimStart().startsWith('#');
  const style = node.style === 'single' || node.style === 'double' ? node.style : undefined;
  // An id that looks like a number stays as bare as the one before it.
  const bare = node.style === 'plain' && readsAsOtherType(scalarText(node, source)) && /^[-+.\d]/.test(text);
  const words = renderScalar(text, {
    style: quoted ? (style ?? 'double') : style,
    flow,
    commentBehind,
    bare: bare && !quoted,
  });
  return [{ ...span, text: words }];
}
