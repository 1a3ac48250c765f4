import path from 'node:path';
import { Backlog } from '../core/backlog/backlog.ts';
import type { Item } from '../core/backlog/item.ts';
import { findBacklog } from '../node/findBacklog.ts';
import { readBacklogFile } from '../node/readBacklogFile.ts';
import type { BacklogFile } from '../node/readBacklogFile.ts';
import { didYouMean } from './didYouMean.ts';
import { kindOf, listOfKind } from './itemKinds.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usageError.ts';

export interface OpenBacklog {
  readonly file: BacklogFile;
  readonly backlog: Backlog;
  /** The file's path as it is shown. */
  readonly path: string;
}

/** Finds, reads and understands the backlog that a path means; without a path, that of the current folder. */
export function openBacklog(start: string | undefined, terminal: Terminal): OpenBacklog {
  const file = openFile(start, terminal);
  return { file, backlog: Backlog.read(file.text), path: shownPath(file.path, terminal.cwd) };
}

/** Finds and reads the file only. */
export function openFile(start: string | undefined, terminal: Terminal): BacklogFile {
  const file = readBacklogFile(findBacklog(path.resolve(terminal.cwd, start ?? '.')));
  if (file.invalidAt !== undefined) {
    const shown = shownPath(file.path, terminal.cwd);
    terminal.warn(`${shown} is not UTF-8: some characters can't be shown; save it as UTF-8.`);
  }
  return file;
}

/** Relative to the current folder where the file lies in it or near it, with forward slashes. */
export function shownPath(absolute: string, cwd: string): string {
  const relative = path.relative(cwd, absolute);
  const far = relative === '' || path.isAbsolute(relative) || /^(?:\.\.[\\/]){3}/.test(relative);
  return (far ? absolute : relative).split(path.sep).join('/');
}

/**
 * The only item with this id; `kind` picks one where items of several kinds have it.
 * Throws a `UsageError` where there is none, or several.
 */
export function itemById(backlog: Backlog, id: string, kind?: string): Item {
  const list = kind === undefined ? undefined : listOfKind(kind);
  const found = backlog.byId(id).filter((item) => list === undefined || item.list === list);
  const [item, other] = found;
  if (item === undefined) {
    throw new UsageError(`There is no ${kind ?? 'item'} ${id}.${meantId(id, backlog)}`);
  }
  if (other === undefined) return item;
  const kinds = new Set(found.map((one) => kindOf(one.list)));
  if (kinds.size === found.length) {
    throw new UsageError(`${id} is the id of a ${[...kinds].join(' and a ')}; say which with --kind.`);
  }
  const places = found
    .map((one) => backlog.source.positionAt(backlog.startOf(one.slice) + one.span.start).line + 1)
    .sort((a, b) => a - b);
  throw new UsageError(
    `Several items have the id ${id}, in lines ${places.join(', ')}; give each its own first.`,
  );
}

/** Another number is another item, not a slip: of ids with numbers only the spelling is mended (`fn12` for `FN-12`). */
function meantId(id: string, backlog: Backlog): string {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const known = backlog.items.flatMap((item) => (item.id === undefined ? [] : [item.id]));
  return didYouMean(
    id,
    known.filter((other) => !/\d/.test(other) || plain(other) === plain(id)),
  );
}
