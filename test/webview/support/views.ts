/**
 * Web views without an editor: the built script of a view in a plain browser, with the editor's colours, and a host of
 * the test's own behind it. What only an editor has (menus, pickers, files) is tested in `test/web`.
 */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { dist } from '../../../scripts/lib/paths.mjs';
import { launch } from '../../../scripts/lib/workbench.mjs';
import { pageText } from '../../../src/extension/panels/pageText.ts';
import type { Contract } from '../../../src/protocol/panels/contract.ts';
import { startPage } from './page.ts';
import { type StandIn, ViewPage } from './viewPage.ts';
import { readTheme, type ThemeName } from './themes.ts';

export interface ViewOptions<C extends Contract> {
  /** The folder in `src/webview`. */
  readonly view: string;
  readonly host: StandIn<C>;
  readonly theme?: ThemeName;
  readonly size?: { readonly width: number; readonly height: number };
  /** 2 shows everything twice as large, as 200 % in the editor. */
  readonly zoom?: number;
  readonly reducedMotion?: boolean;
  /** What the view kept before the window was loaded anew. */
  readonly kept?: unknown;
}

const SIZE = { width: 1280, height: 800 };
const NONCE = 'dGhpcyBpcyBhIHRlc3Q=';

/** One browser, and one server that gives it the pages and scripts of views and nothing else. */
export class Views {
  readonly browser: Browser;
  readonly #server: Server;
  readonly #source: string;

  private constructor(browser: Browser, server: Server) {
    this.browser = browser;
    this.#server = server;
    this.#source = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** @param scripts the folder of the views' scripts: those that were built last, without it */
  static async start(scripts = path.join(dist, 'webview')): Promise<Views> {
    const server = createServer((request, response) => {
      const [, view, script] = /^\/(\w+)(\.js)?$/.exec(request.url ?? '') ?? [];
      if (view === undefined) {
        // The browser asks for an icon of the page.
        response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
        return;
      }
      if (script !== undefined) {
        response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
        response.end(readFileSync(path.join(scripts, `${view}.js`)));
        return;
      }
      const source = `http://${request.headers.host ?? ''}`;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(pageText({ view, script: `/${view}.js`, source, nonce: NONCE, language: 'en' }));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return new Views(await launch(), server);
  }

  /** Opens a view; it has said that it is ready, and its host has told it what there is. */
  async open<C extends Contract>(options: ViewOptions<C>): Promise<ViewPage<C>> {
    const { view, host, theme = 'dark', size = SIZE, zoom = 1, kept } = options;
    const context = await this.browser.newContext({
      // Zoomed, a window of the same size has room for less.
      viewport: { width: Math.round(size.width / zoom), height: Math.round(size.height / zoom) },
      deviceScaleFactor: zoom,
      reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
    } satisfies BrowserContextOptions);
    const page = await context.newPage();
    await page.addInitScript(startPage, { theme: readTheme(theme), kept });
    const opened = new ViewPage<C>(page, host);
    await opened.open(`${this.#source}/${view}`);
    return opened;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** One browser for a suite, from its start to its end. */
export function viewsOfSuite(): { readonly open: Views['open'] } {
  let views: Views;
  suiteSetup(async () => {
    views = await Views.start();
  });
  suiteTeardown(async () => {
    await views.stop();
  });
  return { open: async (options) => views.open(options) };
}
