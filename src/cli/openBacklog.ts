import path from 'node:path';
import { Backlog } from '../core/backlog/backlog.ts';
import type { Item } from '../core/backlog/item.ts';
import { findBacklog } from '../node/findBacklog.ts';
import { readBacklogFile } from '../node/readBacklogFile.ts';
import type { BacklogFile } from '../node/readBacklogFile.ts';
import { didYouMean } from './didYouMean.ts';
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

/** The only item with this id. Throws a `UsageError` where there is none, or several. */
export function itemById(backlog: Backlog, id: string): Item {
  const found = backlog.byId(id);
  const [item] = found;
  if (item === undefined) {
    const ids = backlog.items.map((other) => other.id).filter((other) => other !== undefined);
    throw new UsageError(`There is no item ${id}.${didYouMean(id, ids)}`);
  }
  if (found.length > 1) {
    const lines = found.map((other) =>
      backlog.source.positionAt(backlog.startOf(other.slice) + other.span.start),
    );
    const places = lines.map(({ line }) => line + 1).join(', ');
    throw new UsageError(`Several items have the id ${id}, in lines ${places}; give each its own first.`);
  }
  return item;
}
