/** Calls to the host, each after what is being typed is in the file, and with what went wrong as one sentence. */
import {
  LARGEST_PICTURE,
  type PageChange,
  type StoryPageContract,
  type Written,
} from '../../protocol/panels/storyPage.ts';
import type { CallName, Params, Result } from '../../protocol/panels/contract.ts';
import { CallFailed, type Connection } from '../shared/connection.ts';
import type { Drafts } from './drafts.ts';

type Name = CallName<StoryPageContract>;

export class Calls {
  readonly #connection: Connection<StoryPageContract>;
  readonly #drafts: Drafts;
  readonly #showError: (message: string | undefined) => void;
  readonly #done: (sentence: string | undefined) => void;

  constructor(
    connection: Connection<StoryPageContract>,
    drafts: Drafts,
    view: {
      /** Why something was not done; undefined where it was. */
      showError(message: string | undefined): void;
      /** What was done that the page does not show. */
      readonly done: { show(sentence: string | undefined): void };
    },
  ) {
    this.#connection = connection;
    this.#drafts = drafts;
    this.#showError = (message) => {
      view.showError(message);
    };
    this.#done = (sentence) => {
      view.done.show(sentence);
    };
  }

  /** Undefined where it was not answered, which is told. */
  async ask<N extends Name>(
    name: N,
    params: Params<StoryPageContract, N>,
  ): Promise<Result<StoryPageContract, N> | undefined> {
    try {
      return await this.#connection.call(name, params);
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      this.#showError(error.message);
      return undefined;
    }
  }

  async afterDrafts<N extends Name>(
    name: N,
    params: Params<StoryPageContract, N>,
  ): Promise<Result<StoryPageContract, N> | undefined> {
    await this.#drafts.flush();
    return this.ask(name, params);
  }

  /** The revision that the newest write was answered with. */
  written = 0;

  /** One change, as a draft writes it; never rejects. */
  async write(change: PageChange): Promise<Written> {
    try {
      const written = await this.#connection.call('change', change);
      this.#wrote(written);
      return written;
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      return { ok: false, why: 'refused', message: error.message };
    }
  }

  /** A change that a button or a key makes; why it was not made is told. */
  async change(change: PageChange): Promise<boolean> {
    return this.#made(await this.write(change));
  }

  async note(text: string, to: readonly string[]): Promise<boolean> {
    const written = await this.afterDrafts('note', { text, to });
    return written !== undefined && this.#made(written);
  }

  /** False where nothing was done, which is told unless the person wanted it so. */
  async criterion(params: Params<StoryPageContract, 'criterion'>): Promise<boolean> {
    const written = await this.afterDrafts('criterion', params);
    if (written === undefined || !this.#made(written) || written.done === undefined) return false;
    this.#wrote(written);
    this.#done(written.done);
    return true;
  }

  /** Stores a picture; what is put into a text for it, empty where it was not stored. */
  async picture(file: File, link: boolean): Promise<string> {
    if (file.size > LARGEST_PICTURE) {
      this.#showError(`${file.name} is larger than ${LARGEST_PICTURE / 1024 / 1024} MB.`);
      return '';
    }
    const base64 = base64Of(new Uint8Array(await file.arrayBuffer()));
    const taken = await this.afterDrafts('picture', { name: file.name || 'picture.png', base64, link });
    if (taken === undefined) return '';
    if (taken.ok) return taken.markdown;
    this.#showError(taken.message);
    return '';
  }

  #wrote(written: Written): void {
    if (!written.ok) return;
    this.written = Math.max(this.written, written.revision);
    this.#done(undefined);
  }

  #made(written: Written): boolean {
    this.#showError(written.ok || written.message === '' ? undefined : written.message);
    return written.ok;
  }
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  // In portions: a call takes no million arguments.
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
