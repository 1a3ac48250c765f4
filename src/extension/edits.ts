/**
 * The only way in which the extension changes a backlog: an operation is planned by the server on one version of the
 * open document and applied to exactly that version. One operation is one step of the editor's undo.
 */
import * as vscode from 'vscode';
import { planRequest, type ItemAddress, type Operation, type PlanResult } from '../protocol/lsp.ts';
import type { ServerLink } from './serverLink.ts';
import { UndoStack } from './undoStack.ts';

export type Outcome =
  | { readonly ok: true; readonly items: readonly ItemAddress[]; readonly changed: boolean }
  /** One sentence for the person. */
  | { readonly ok: false; readonly message: string };

type Done = Extract<PlanResult, { readonly ok: true }>;
type Applied =
  | {
      readonly ok: true;
      readonly plan: Done;
      /** The document, where it was clean before and is to be saved. */
      readonly toSave: vscode.TextDocument | undefined;
    }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** How often an operation is planned at most: once, and again when the document moved on meanwhile. */
const ATTEMPTS = 3;
/** Milliseconds that an answer on a newer version is waited for before asking again. */
const PAUSE = 30;

export class Edits {
  readonly undoStack = new UndoStack();
  readonly #link: ServerLink;
  /** One change at a time, in the order in which they were asked for. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(link: ServerLink) {
    this.#link = link;
  }

  /** `label` says what is done, for undo: `Set status of FN-12`. */
  async run(uri: string, operation: Operation, label: string): Promise<Outcome> {
    return this.#inTurn(async () => {
      const applied = await this.#apply(uri, operation);
      if (!applied.ok) return applied;
      const { edits, inverse, items } = applied.plan;
      if (edits.length > 0) this.undoStack.push({ uri, inverse, label });
      await applied.toSave?.save();
      return { ok: true, items, changed: edits.length > 0 };
    });
  }

  /** Takes back the last change. It is forgotten even if that is refused: the text has gone another way since. */
  async undo(): Promise<Outcome> {
    return this.#inTurn(async () => {
      const entry = this.undoStack.pop();
      if (entry === undefined) {
        return { ok: false, message: vscode.l10n.t('There is no change to take back.') };
      }
      const applied = await this.#apply(entry.uri, entry.inverse);
      if (applied.ok) {
        await applied.toSave?.save();
        return { ok: true, items: applied.plan.items, changed: applied.plan.edits.length > 0 };
      }
      if (applied.code !== 'changed-since') return applied;
      const message = vscode.l10n.t(
        '“{label}” can’t be taken back: the text that it touched has changed since.',
        { label: entry.label },
      );
      return { ok: false, message };
    });
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(act);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #apply(uri: string, operation: Operation): Promise<Applied> {
    let refused: Applied = stale();
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE * attempt));
      // Opened first: the editor checks versions of open documents only.
      const document = await openDocument(uri);
      if (document === undefined) return notThere();
      const { version } = document;
      const plan = await this.#link.request(planRequest, { uri, version, operation });
      if (!plan.ok) {
        refused = { ok: false, ...plan.refusal };
        if (plan.refusal.code === 'stale-version') continue;
        return refused;
      }
      if (plan.edits.length === 0) return { ok: true, plan, toSave: undefined };
      // From this comparison to applyEdit nothing is awaited, so that nothing can come between.
      if (document.isClosed || document.version !== version) continue;
      const wasDirty = document.isDirty;
      if (!(await vscode.workspace.applyEdit(workspaceEdit(document.uri, plan)))) continue;
      return { ok: true, plan, toSave: wasDirty ? undefined : document };
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

function notThere(): Applied {
  const message = vscode.l10n.t('The backlog file can’t be opened: it is gone, or too large for the editor.');
  return { ok: false, code: 'unreadable', message };
}

function stale(): Applied {
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
