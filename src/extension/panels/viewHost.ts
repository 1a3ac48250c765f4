/**
 * The host's half of a web view: it checks every message before it is used, answers each call once, and sends nothing
 * to a view that is hidden or not there yet. The border at which bugs of a view's calls are caught.
 */
import type * as vscode from 'vscode';
import * as z from 'zod';
import type {
  CallName,
  Contract,
  EventName,
  FromView,
  Params,
  Result,
  ToView,
} from '../../protocol/panels/contract.ts';

export type Calls<C extends Contract> = {
  readonly [N in CallName<C>]: (params: Params<C, N>) => Result<C, N> | Promise<Result<C, N>>;
};
export type Schemas<C extends Contract> = { readonly [N in CallName<C>]: z.ZodType<Params<C, N>> };

export interface ViewHostOptions<C extends Contract> {
  readonly panel: vscode.WebviewPanel;
  readonly schemas: Schemas<C>;
  readonly calls: Calls<C>;
  /** The view is there and can be seen, for the first time or again: it is to be told everything anew. */
  readonly onShown: () => void;
  readonly log: Pick<vscode.LogOutputChannel, 'error' | 'warn'>;
  /** What is said where a call fails by a mistake of ours. */
  readonly sorry: string;
}

const fromView: z.ZodType<FromView> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('call'), id: z.int().min(0), call: z.string().max(100), params: z.unknown() }),
]);

export class ViewHost<C extends Contract> implements vscode.Disposable {
  readonly #options: ViewHostOptions<C>;
  readonly #disposables: vscode.Disposable[];
  #ready = false;

  constructor(options: ViewHostOptions<C>) {
    this.#options = options;
    const { panel } = options;
    this.#disposables = [
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      panel.onDidChangeViewState(() => {
        if (this.shown) options.onShown();
      }),
    ];
  }

  /** True while the person can see it. */
  get shown(): boolean {
    return this.#ready && this.#options.panel.visible;
  }

  /** Tells the view, where it can be seen; what is hidden is told everything when it is shown. */
  send<N extends EventName<C>>(event: N, data: C['events'][N]): void {
    if (this.shown) this.#post({ type: 'event', event, data });
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #receive(message: unknown): Promise<void> {
    const read = fromView.safeParse(message);
    if (!read.success) {
      this.#options.log.warn(`A view sent a message that is none: ${z.prettifyError(read.error)}`);
      return;
    }
    if (read.data.type === 'ready') {
      this.#ready = true;
      if (this.shown) this.#options.onShown();
      return;
    }
    const { id, call, params } = read.data;
    this.#post(await this.#answer(id, call, params));
  }

  async #answer(id: number, call: string, params: unknown): Promise<ToView> {
    const { schemas, calls, log, sorry } = this.#options;
    const name = Object.keys(schemas).find((one): one is CallName<C> => one === call);
    const checked = name === undefined ? undefined : schemas[name].safeParse(params);
    if (name === undefined || checked?.success !== true) {
      const why = checked?.error === undefined ? 'there is no such call' : z.prettifyError(checked.error);
      log.warn(`A view called ${JSON.stringify(call.slice(0, 100))}: ${why}`);
      return { type: 'answer', id, ok: false, message: sorry };
    }
    try {
      return { type: 'answer', id, ok: true, result: await calls[name](checked.data) };
    } catch (error) {
      log.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return { type: 'answer', id, ok: false, message: sorry };
    }
  }

  #post(message: ToView): void {
    // A view that was closed meanwhile needs no answer.
    this.#options.panel.webview.postMessage(message).then(undefined, () => undefined);
  }
}
