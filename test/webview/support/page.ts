/**
 * What runs in the page of a view before its script does, in the place of the editor: its colours, and the way to the
 * host. Sent to the browser as text, so it may use nothing from outside of itself.
 */
import type { Theme } from './themes.ts';

export interface Start {
  readonly theme: Theme;
  /** What the view kept before it was loaded anew. */
  readonly kept: unknown;
}

/** What the page offers to a test. */
export interface EditorInPage {
  kept: unknown;
  /** What breaks the content security policy. */
  readonly forbidden: string[];
  /** Hears what the view says; without it, the test hears it. */
  hear: ((message: unknown) => void) | undefined;
}

declare global {
  interface Window {
    editorInPage: EditorInPage;
    /** Put there by the test. */
    toTest: (message: unknown) => Promise<void>;
  }
}

export function startPage({ theme, kept }: Start): void {
  const editor: EditorInPage = { kept, forbidden: [], hear: undefined };
  window.editorInPage = editor;
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    editor.forbidden.push(`${violatedDirective}: ${blockedURI} ${sample}`);
  });
  const api = {
    postMessage: (message: unknown) => {
      // As the editor does: what is sent is a copy.
      const copy: unknown = structuredClone(message);
      if (editor.hear === undefined) void window.toTest(copy);
      else editor.hear(copy);
    },
    getState: () => editor.kept,
    setState: (state: unknown) => {
      editor.kept = structuredClone(state);
    },
  };
  let given = false;
  Object.assign(window, {
    acquireVsCodeApi: () => {
      if (given) throw new Error('the editor gives this only once');
      given = true;
      return api;
    },
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(theme.defaults);
  document.adoptedStyleSheets.push(sheet);
  const dress = (): boolean => {
    // Early on there is neither, whatever the types say.
    const page = document.documentElement as HTMLElement | null;
    const body = document.body as HTMLElement | null;
    if (page === null || body === null) return false;
    for (const [name, value] of Object.entries(theme.variables)) page.style.setProperty(name, value);
    body.className = theme.kind;
    body.setAttribute('role', 'document');
    body.dataset['vscodeThemeKind'] = theme.kind;
    return true;
  };
  const watching = new MutationObserver(() => {
    if (dress()) watching.disconnect();
  });
  if (!dress()) watching.observe(document, { childList: true, subtree: true });
}
