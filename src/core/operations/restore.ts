/**
 * Undo by text: an operation's inverse holds whole lines as they are now and as they were, and puts them back only
 * where they still stand. Each piece reaches far enough to hold something that names its item, so that lines that
 * many items have (`status: doing`) are never put back in the wrong one.
 */
import type { TextEdit } from '../text/span.ts';
import type { SlicedText } from '../yaml/slicedText.ts';
import { lineStart, linesOf, nextLine } from '../yaml/trivia.ts';
import type { Operation, RestoredPiece } from './operation.ts';
import { type Refused, refuse } from './refusal.ts';
import { breaks, type Changed, changedBy, wasBroken } from './verify.ts';

/** A piece longer than this on one side stops at the edited lines. */
const MAX_CONTEXT = 4000;

/** The operation that turns the text after the edits back into the one before. */
export function inverseOf(before: SlicedText, edits: readonly TextEdit[], change: Changed): Operation {
  const after = change.text;
  const pieces: RestoredPiece[] = [];
  let shift = 0;
  let open: { start: number; end: number; shiftBefore: number; shiftAfter: number } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const { start, end, shiftBefore, shiftAfter } = open;
    pieces.push({
      now: after.slice(start, end),
      then: before.slice(start - shiftBefore, end - shiftAfter),
      near: start,
    });
  };
  for (const edit of edits) {
    const from = edit.start + shift;
    const to = from + edit.text.length;
    const shiftAfter = shift + edit.text.length - (edit.end - edit.start);
    const start = contextStart(after, from);
    const end = contextEnd(after, to);
    if (open !== undefined && start <= open.end) open = { ...open, end: Math.max(open.end, end), shiftAfter };
    else {
      close();
      open = { start, end, shiftBefore: shift, shiftAfter };
    }
    shift = shiftAfter;
  }
  close();
  return wasBroken(change) ? { type: 'restore', pieces, broken: true } : { type: 'restore', pieces };
}

/** The start of the slice in which the line before the edit stands: of an item, the lines that name it. */
function contextStart(text: SlicedText, offset: number): number {
  const index = text.indexAt(Math.max(0, offset - 1));
  const start = text.startOf(index);
  if (offset - start <= MAX_CONTEXT) return start;
  const slice = text.slices[index];
  return slice === undefined ? start : start + lineStart(slice.text, offset - start);
}

/** Behind the line that holds the edit's end; where that is a line start, behind the line that follows. */
function contextEnd(text: SlicedText, offset: number): number {
  const index = text.indexAt(offset);
  const slice = text.slices[index];
  if (slice === undefined) return offset;
  const start = text.startOf(index);
  return start + nextLine(slice.text, offset - start);
}

/** Puts pieces back, or says why they can't be. Only the lines that differ are touched. */
export function restorePieces(
  source: SlicedText,
  { pieces, broken }: Extract<Operation, { readonly type: 'restore' }>,
): { readonly ok: true; readonly edits: readonly TextEdit[]; readonly change: Changed } | Refused {
  const edits: TextEdit[] = [];
  let last = 0;
  for (const piece of [...pieces].sort((a, b) => a.near - b.near)) {
    const at = stillThere(source, piece)
      ? piece.near
      : nearestAtLineStart(source.toString(), piece.now, piece.near);
    if (at === undefined || at < last) {
      return changedSince();
    }
    last = at + piece.now.length;
    const edit = trimmed(at, piece.now, piece.then);
    if (edit !== undefined) edits.push(edit);
  }
  const change = changedBy(source, edits);
  if (broken !== true && breaks(change)) return changedSince();
  return { ok: true, edits, change };
}

function changedSince(): Refused {
  return refuse('changed-since', 'The text has changed since: undo it in the file.');
}

/** True where the piece stands where it was written; most undos come right after what they undo. */
function stillThere(source: SlicedText, { now, near }: RestoredPiece): boolean {
  const end = near + now.length;
  return (
    near >= 0 &&
    (near === 0 || source.slice(near - 1, near) === '\n') &&
    (now.endsWith('\n') || end === source.length) &&
    source.slice(near, end) === now
  );
}

function nearestAtLineStart(text: string, now: string, near: number): number | undefined {
  let best: number | undefined;
  for (let at = text.indexOf(now); at >= 0; at = text.indexOf(now, at + 1)) {
    const whole = isLineStart(text, at) && (now.endsWith('\n') || at + now.length === text.length);
    if (whole && (best === undefined || Math.abs(at - near) < Math.abs(best - near))) best = at;
    if (at > near && best !== undefined) break;
    if (now === '' && at >= text.length) break;
  }
  return best;
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text.charCodeAt(at - 1) === 10;
}

/** Replaces `now` by `then` at an offset, without the lines that both begin and end with; undefined where both are equal. */
export function trimmed(at: number, now: string, then: string): TextEdit | undefined {
  if (now === then) return undefined;
  const a = linesOf(now);
  const b = linesOf(then);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  const most = Math.min(a.length, b.length) - head;
  while (tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const start = at + a.slice(0, head).join('').length;
  return {
    start,
    end: start + a.slice(head, a.length - tail).join('').length,
    text: b.slice(head, b.length - tail).join(''),
  };
}
