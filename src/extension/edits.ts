/**
 * The only way in which the extension changes a backlog: an operation is planned by the server on one version of the
 * open document and applied to exactly that version. One operation is one step of the editor's undo.
 */
import * as vscode from 'vscode';
import {
  planRequest,
  turnRequest,
  type ItemAddress,
  type Operation,
  type PlanResult,
} from '../protocol/lsp.ts';
import { behindDisk, type OnDisk } from './onDisk.ts';
import type { ServerLink } from './serverLink.ts';
import { type Undoable, UndoStack } from './undoStack.ts';

export type Outcome =
  | { readonly ok: true; readonly items: readonly ItemAddress[]; readonly changed: boolean }
  /** One sentence for the person; `quiet` where nothing was in the way but nothing was to be done. */
  | { readonly ok: false; readonly message: string; readonly quiet?: true };

type Done = Extract<PlanResult, { readonly ok: true }>;
type Refused = Extract<PlanResult, { readonly ok: false }>;
/** Asks for edits of one version of the open document. */
export type Planner<D extends Done> = (version: number) => Promise<D | Refused>;
/** What came of a plan of one's own; `code` says what kind of refusal it was. */
export type Carried<D extends Done> =
  | { readonly ok: true; readonly plan: D }
  | { readonly ok: false; readonly code: string; readonly message: string };
/** How often an operation is planned at most: once, and again when the document moved on meanwhile. */
const ATTEMPTS = 3;
/** Milliseconds that an answer on a newer version is waited for before asking again. */
const PAUSE = 30;

export class Edits {
  readonly undoStack = new UndoStack();
  readonly #link: ServerLink;
  readonly #onDisk: OnDisk;
  /** One change at a time, in the order in which they were asked for. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(link: ServerLink, onDisk: OnDisk) {
    this.#link = link;
    this.#onDisk = onDisk;
  }

  /** `label` says what is done, for undo: `Set status of FN-12`. */
  async run(uri: string, operation: Operation, label: string): Promise<Outcome> {
    const done = await this.carry(uri, this.#planner(uri, operation), label);
    if (!done.ok) return { ok: false, message: done.message };
    const { items, edits } = done.plan;
    return { ok: true, items, changed: edits.length > 0 };
  }

  /** The same for what is planned in another way than by an operation. */
  async carry<D extends Done>(uri: string, plan: Planner<D>, label: string): Promise<Carried<D>> {
    return this.#inTurn(async () => {
      // It can be taken back as soon as it is to be seen, before it is saved.
      return this.#apply(uri, plan, ({ inverse }) => {
        const entry = { uri, inverse, label };
        this.undoStack.push(entry);
        return () => {
          this.undoStack.drop(entry);
        };
      });
    });
  }

  /** Takes back the last change. It is forgotten even if that is refused: the text has gone another way since. */
  async undo(): Promise<Outcome> {
    return this.#inTurn(async () => {
      const entry = this.undoStack.undo();
      if (entry === undefined) return nothing(vscode.l10n.t('Nothing to undo.'));
      const refused = vscode.l10n.t(
        '“{label}” can’t be taken back: the text that it touched has changed since.',
        { label: entry.label },
      );
      return this.#takeBack(entry, refused, (inverse) => {
        this.undoStack.undone({ ...entry, inverse });
      });
    });
  }

  /** Makes the change again that was taken back last, where nothing else was changed since. */
  async redo(): Promise<Outcome> {
    return this.#inTurn(async () => {
      const entry = this.undoStack.redo();
      if (entry === undefined) return nothing(vscode.l10n.t('There is no change to make again.'));
      const refused = vscode.l10n.t(
        '“{label}” can’t be made again: the text that it touched has changed since.',
        { label: entry.label },
      );
      return this.#takeBack(entry, refused, (inverse) => {
        this.undoStack.redone({ ...entry, inverse });
      });
    });
  }

  /** @param done told what takes that back in its turn */
  async #takeBack(
    { uri, inverse }: Undoable,
    refused: string,
    done: (inverse: Operation) => void,
  ): Promise<Outcome> {
    const applied = await this.#apply(uri, this.#planner(uri, inverse));
    if (!applied.ok) return applied.code === 'changed-since' ? { ok: false, message: refused } : applied;
    const { plan } = applied;
    done(plan.inverse);
    return { ok: true, items: plan.items, changed: plan.edits.length > 0 };
  }

  #planner(uri: string, operation: Operation): Planner<Done> {
    return (version) => this.#link.request(planRequest, { uri, version, operation });
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(act);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** @param made called when a change is in the document; what it gives, where the change was lost again */
  async #apply<D extends Done>(
    uri: string,
    ask: Planner<D>,
    made?: (plan: D) => () => void,
  ): Promise<Carried<D>> {
    const mine = await this.#link.request(turnRequest, { uri, take: true });
    try {
      return await this.#attempt(uri, ask, made);
    } finally {
      if (mine) await this.#link.request(turnRequest, { uri, take: false }).catch(() => undefined);
    }
  }

  async #attempt<D extends Done>(
    uri: string,
    ask: Planner<D>,
    made?: (plan: D) => () => void,
  ): Promise<Carried<D>> {
    let refused: Carried<D> = stale();
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE * attempt));
      // Opened first: the editor checks versions of open documents only.
      const document = await openDocument(uri);
      if (document === undefined) return notThere();
      const state = await this.#onDisk.settled(document);
      if (state === 'gone') return gone();
      if (state === 'changed') return changedBySomebody(document);
      const { version } = document;
      const plan = await ask(version);
      if (!plan.ok) {
        refused = { ok: false, ...plan.refusal };
        if (plan.refusal.code === 'stale-version') continue;
        return refused;
      }
      if (plan.edits.length === 0) return { ok: true, plan };
      // From this comparison to applyEdit nothing is awaited, so that nothing can come between.
      if (document.isClosed || document.version !== version) continue;
      const before = document.isDirty ? undefined : document.getText();
      if (!(await vscode.workspace.applyEdit(workspaceEdit(document.uri, plan)))) continue;
      // What was clean is saved. Where somebody wrote in the same moment, it is planned again on what they wrote.
      const lost = made?.(plan);
      if (before === undefined || (await this.#onDisk.save(document, before))) return { ok: true, plan };
      lost?.();
    }
    return refused;
  }
}

async function openDocument(uri: string): Promise<vscode.TextDocument | undefined> {
  return vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true)).then(
    (document) => document,
    () => undefined,
  );
}

type NotApplied = Extract<Carried<Done>, { readonly ok: false }>;

function nothing(message: string): Outcome {
  return { ok: false, message, quiet: true };
}

function notThere(): NotApplied {
  const message = vscode.l10n.t('The backlog file can’t be opened: it is gone, or too large for the editor.');
  return { ok: false, code: 'unreadable', message };
}

/** The editor may still hold its text; writing that anew is for the person to decide. */
function gone(): NotApplied {
  const message = vscode.l10n.t('The backlog file is gone from the disk: nothing was changed.');
  return { ok: false, code: 'unreadable', message };
}

function changedBySomebody(document: vscode.TextDocument): NotApplied {
  return { ok: false, code: 'changed-on-disk', message: behindDisk(document) };
}

function stale(): NotApplied {
  const message = vscode.l10n.t('The file is changing too fast; please try again.');
  return { ok: false, code: 'stale-version', message };
}

function workspaceEdit(uri: vscode.Uri, plan: Done): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const edits = plan.edits.map(({ range: { start, end }, newText }) => {
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    return new vscode.TextEdit(range, newText);
  });
  edit.set(uri, edits);
  return edit;
}
