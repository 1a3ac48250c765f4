/** Drag and drop in the tree: a row goes before the one it is dropped on, on a group to its end. */
import * as vscode from 'vscode';
import type { Grouping } from '../../protocol/settings.ts';
import type { Edits } from '../edits.ts';
import { labelOf } from '../labels.ts';
import type { Store } from '../store.ts';
import type { Element } from './model.ts';
import { dropOperation, type Dragged } from './moves.ts';

/** The editor wants the view's id in lower case here. */
const MIME = 'application/vnd.code.tree.refinery.backlog';

/** What is dragged. The editor turns it into JSON on its way, so it names rows and holds none. */
interface Ticket {
  readonly uri: string;
  readonly key: string;
  /** The value of the group that the row was taken from. */
  readonly from: string | undefined;
}

export class BacklogDragAndDrop implements vscode.TreeDragAndDropController<Element> {
  readonly dragMimeTypes = [MIME, 'text/plain'];
  readonly dropMimeTypes = [MIME];
  readonly #edits: Edits;
  readonly #store: Store;
  readonly #grouping: () => Grouping;

  constructor(edits: Edits, store: Store, grouping: () => Grouping) {
    this.#edits = edits;
    this.#store = store;
    this.#grouping = grouping;
  }

  handleDrag(source: readonly Element[], data: vscode.DataTransfer): void {
    const rows = source.flatMap(({ node }) => (node.kind === 'row' ? [node] : []));
    if (rows.length === 0) return;
    const tickets = rows.map(({ uri, row, group }): Ticket => ({ uri, key: row.key, from: group?.key }));
    data.set(MIME, new vscode.DataTransferItem(tickets));
    // Into a text, such as a commit message, ids are dropped.
    data.set('text/plain', new vscode.DataTransferItem(rows.map(({ row }) => row.id ?? row.title).join(' ')));
  }

  async handleDrop(target: Element | undefined, data: vscode.DataTransfer): Promise<void> {
    const tickets = readTickets(data.get(MIME)?.value);
    const uri = tickets[0]?.uri;
    if (uri === undefined) return;
    const elsewhere = target !== undefined && target.node.uri !== uri;
    if (elsewhere || tickets.some((ticket) => ticket.uri !== uri)) {
      void vscode.window.showWarningMessage(
        vscode.l10n.t('Items can’t be dragged from one backlog file to another yet.'),
      );
      return;
    }
    const dragged = this.#dragged(uri, tickets);
    const operation = dropOperation(dragged, target?.node, this.#grouping());
    if (operation === undefined) return;
    const items = labelOf(dragged.map(({ row }) => row));
    const outcome = await this.#edits.run(uri, operation, vscode.l10n.t('Move {items}', { items }));
    if (!outcome.ok) void vscode.window.showWarningMessage(outcome.message);
  }

  /** In rank order, as the backlog has them now. */
  #dragged(uri: string, tickets: readonly Ticket[]): readonly Dragged[] {
    const rows = this.#store.backlog(uri)?.rows ?? [];
    return rows.flatMap((row) =>
      tickets.filter(({ key }) => key === row.key).map(({ from }): Dragged => ({ row, from })),
    );
  }
}

function readTickets(value: unknown): readonly Ticket[] {
  const given: unknown = typeof value === 'string' ? parse(value) : value;
  return Array.isArray(given) ? given.filter(isTicket) : [];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isTicket(value: unknown): value is Ticket {
  return (
    typeof value === 'object' &&
    value !== null &&
    'uri' in value &&
    typeof value.uri === 'string' &&
    'key' in value &&
    typeof value.key === 'string'
  );
}
