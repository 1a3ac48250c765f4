/** A view in a browser, and the host that a test gives it. */
import type { Page } from 'playwright-core';
import type {
  CallName,
  Contract,
  EventName,
  FromView,
  Params,
  Result,
  ToView,
} from '../../../src/protocol/panels/contract.ts';

/** What a test answers in the place of the extension. */
export interface StandIn<C extends Contract> {
  /** Calls without an answer here are refused, as an extension refuses what it does not know. */
  readonly calls: {
    readonly [N in CallName<C>]?: (params: Params<C, N>) => Result<C, N> | Promise<Result<C, N>>;
  };
  /** The view is there: what it is told first. */
  readonly ready: (tell: Tell<C>) => void | Promise<void>;
}

export type Tell<C extends Contract> = <N extends EventName<C>>(
  event: N,
  data: C['events'][N],
) => Promise<void>;

export interface HeardCall {
  readonly call: string;
  readonly params: unknown;
}

export class ViewPage<C extends Contract> {
  readonly page: Page;
  /** What the view called, in order. */
  readonly heard: HeardCall[] = [];
  readonly #host: StandIn<C>;
  readonly #faults: string[] = [];
  #ready: () => void = () => undefined;

  constructor(page: Page, host: StandIn<C>) {
    this.page = page;
    this.#host = host;
    page.on('pageerror', (error) => this.#faults.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.#faults.push(message.text());
    });
    page.on('dialog', (dialog) => {
      this.#faults.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  async open(url: string): Promise<void> {
    await this.page.exposeFunction('toTest', (message: FromView) => this.#receive(message));
    const ready = new Promise<void>((resolve) => {
      this.#ready = resolve;
    });
    await this.page.goto(url);
    await ready;
  }

  /** Tells the view something, as its host does. */
  readonly tell: Tell<C> = async (event, data) => this.post({ type: 'event', event, data } satisfies ToView);

  /** Sends the view anything at all. */
  async post(message: unknown): Promise<void> {
    await this.page.evaluate((data) => {
      window.postMessage(data, '*');
    }, message);
  }

  /** Everything that went wrong in the page so far: errors, warnings, and what the content security policy forbade. */
  async faults(): Promise<readonly string[]> {
    const forbidden = await this.page.evaluate(() => window.editorInPage.forbidden);
    return [...this.#faults, ...forbidden];
  }

  /** What the view kept for the time after a restart of the window. */
  async kept(): Promise<unknown> {
    return this.page.evaluate(() => window.editorInPage.kept);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  async #receive(message: FromView): Promise<void> {
    if (message.type === 'ready') {
      await this.#host.ready(this.tell);
      this.#ready();
      return;
    }
    const { id, call, params } = message;
    this.heard.push({ call, params });
    const answer = this.#host.calls[call];
    if (answer === undefined) {
      await this.post({ type: 'answer', id, ok: false, message: 'There is no such call.' } satisfies ToView);
      return;
    }
    // The view's own types say that the parameters are those of the call.
    const result: unknown = await answer(params);
    await this.post({ type: 'answer', id, ok: true, result } satisfies ToView);
  }
}
