/**
 * Counts the changes of documents that have arrived but are not handled yet, so that a burst of keystrokes costs one
 * judgement: whoever handles a change sees whether another one is already waiting behind it. And counts all messages,
 * so that work that nobody waits for can let them pass.
 */
import type { DataCallback, Message, MessageReader } from 'vscode-jsonrpc';

const METHOD = 'textDocument/didChange';

export class PendingChanges {
  private readonly counts = new Map<string, number>();
  private all = 0;

  /** How many messages of any kind have arrived so far. */
  get arrivals(): number {
    return this.all;
  }

  /** The same reader, with every change of a document counted as it arrives. */
  watch(reader: MessageReader): MessageReader {
    return {
      onError: reader.onError,
      onClose: reader.onClose,
      onPartialMessage: reader.onPartialMessage,
      listen: (callback: DataCallback) =>
        reader.listen((message) => {
          this.arrived(message);
          callback(message);
        }),
      dispose: () => {
        reader.dispose();
      },
    };
  }

  /** A change of this document is being handled. */
  handled(uri: string): void {
    const left = (this.counts.get(uri) ?? 0) - 1;
    if (left > 0) this.counts.set(uri, left);
    else this.counts.delete(uri);
  }

  /** True while another change of this document waits to be handled. */
  waits(uri: string): boolean {
    return this.counts.has(uri);
  }

  private arrived(message: Message): void {
    this.all++;
    const uri = changedDocument(message);
    if (uri !== undefined) this.counts.set(uri, (this.counts.get(uri) ?? 0) + 1);
  }
}

interface ChangeMessage {
  readonly method?: string;
  readonly params?: { readonly textDocument?: { readonly uri?: unknown } };
}

function changedDocument(message: Message): string | undefined {
  const { method, params } = message as ChangeMessage;
  const uri = method === METHOD ? params?.textDocument?.uri : undefined;
  return typeof uri === 'string' ? uri : undefined;
}
