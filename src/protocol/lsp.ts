/**
 * What the server speaks beyond LSP. Both halves import this file, so that a message is one value:
 * its method, what it carries and what it answers. Positions are LSP's (line and UTF-16 character from 0).
 */
import type { ItemAddress, Operation, Refusal } from '../core/operations/operation.ts';
import type { Snapshot } from './snapshot.ts';

/** Operations are spoken on both sides of this border; views take their types from here. */
export type { ListName } from '../core/backlog/lists.ts';
export type { ItemAddress, Operation, Place, Refusal, Value } from '../core/operations/operation.ts';

export interface Position {
  readonly line: number;
  readonly character: number;
}
export interface Range {
  readonly start: Position;
  readonly end: Position;
}
export interface RangeEdit {
  readonly range: Range;
  readonly newText: string;
}

/** Names a message with the types of what goes and what comes back. */
export interface Message<Method extends string, Params, Result> {
  readonly method: Method;
  /** Never there at run time: it carries the types. */
  readonly types?: { readonly params: Params; readonly result: Result };
}
export const message =
  <Params, Result>() =>
  <M extends string>(method: M): Message<M, Params, Result> => ({ method });

export interface SnapshotParams {
  readonly uri: string;
  /** The revision the asker holds; without it, or where the server no longer knows, the whole snapshot comes. */
  readonly since?: number;
}
export const snapshotRequest = message<SnapshotParams, Snapshot | null>()('refinery/snapshot');

export interface PlanParams {
  readonly uri: string;
  /** The open document's version that the edits are meant for; the server refuses with `stale-version` if it holds another. Absent for a file that is not open. */
  readonly version?: number;
  readonly operation: Operation;
}
export type PlanResult =
  | {
      readonly ok: true;
      readonly version: number | null;
      readonly edits: readonly RangeEdit[];
      readonly inverse: Operation;
      readonly items: readonly ItemAddress[];
    }
  | { readonly ok: false; readonly refusal: Refusal };
/** Turns an operation into edits. The asker applies them, in the editor, and so closes the circle. */
export const planRequest = message<PlanParams, PlanResult>()('refinery/plan');

/** The command by which editors that know nothing of Refinery apply an operation: one argument, `{uri, operation}`. */
export const APPLY_COMMAND = 'refinery.apply';

export interface ItemParams {
  readonly uri: string;
  readonly item: ItemAddress;
}
export interface ItemDetails {
  /** The whole item, its comments included, and the place of its title (or first line). */
  readonly range: Range;
  readonly selection: Range;
  /** What a tooltip says, as Markdown; texts of the file are escaped. */
  readonly markdown: string;
  /** Text as a screen reader should say it. */
  readonly spoken: string;
}
export const itemRequest = message<ItemParams, ItemDetails | null>()('refinery/item');

export interface CardsParams {
  readonly uri: string;
  readonly items: readonly ItemAddress[];
}
export interface Card {
  /** Why it is blocked; empty where the file only says that it is. */
  readonly blocked?: string;
  readonly tasks?: { readonly done: number; readonly all: number };
}
/** What cards say beyond their rows, in the order of the question; `null` for an item that is not there. */
export const cardsRequest = message<CardsParams, readonly (Card | null)[]>()('refinery/cards');

export interface TurnParams {
  readonly uri: string;
  /** False gives it back. */
  readonly take: boolean;
}
/** The turn to change a file, where other windows may want to as well; false where there is none to be had. */
export const turnRequest = message<TurnParams, boolean>()('refinery/turn');

export interface ItemAtParams {
  readonly uri: string;
  readonly position: Position;
}
/** The key of the row of the item that a position of the newest text stands in; `null` where there is none. */
export const itemAtRequest = message<ItemAtParams, string | null>()('refinery/itemAt');

export interface FindParams {
  readonly uri: string;
  /** Words or an id. */
  readonly query: string;
  readonly limit: number;
}
/** Keys of rows, best first. */
export const findRequest = message<FindParams, readonly string[]>()('refinery/find');

export interface ChangedParams {
  readonly uri: string;
  readonly revision: number;
}
/** From the server: the snapshot of this backlog is newer. */
export const changedNotification = message<ChangedParams, void>()('refinery/changed');

export interface RemovedParams {
  readonly uri: string;
}
/** From the server: this backlog is no longer there. */
export const removedNotification = message<RemovedParams, void>()('refinery/removed');

/** From the server: which backlog files it knows, in the order of their paths. */
export interface BacklogsResult {
  readonly uris: readonly string[];
  /** Files that could not be read, with one sentence why. */
  readonly unreadable: readonly { readonly uri: string; readonly message: string }[];
}
export const backlogsRequest = message<null, BacklogsResult>()('refinery/backlogs');

/** To the client: the text of a file on disk; `null` where it is not there. Works on any file system of the editor. */
export interface ReadFileResult {
  readonly text: string | null;
  readonly error?: string;
}
export const readFileRequest = message<{ readonly uri: string }, ReadFileResult>()('refinery/readFile');
/** To the client: the backlog files of the workspace folders. */
export const findFilesRequest = message<null, readonly string[]>()('refinery/findFiles');
