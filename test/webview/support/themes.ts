/** The colours that the editor gives to a view in each theme, as `npm run themes` wrote them down. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';

/** `custom` is none of the editor's own: colours that a person chose. */
export const THEME_NAMES = ['dark', 'light', 'highContrast', 'highContrastLight', 'custom'] as const;
export type ThemeName = (typeof THEME_NAMES)[number];

export interface Theme {
  /** The class of the page's body: `vscode-dark`. */
  readonly kind: string;
  readonly variables: Readonly<Record<string, string>>;
  /** The styles that every page gets. */
  readonly defaults: string;
}

const folder = path.join(root, 'test/webview/themes');

export function readTheme(name: ThemeName): Theme {
  const { kind, variables } = JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as Omit<
    Theme,
    'defaults'
  >;
  return { kind, variables, defaults: readFileSync(path.join(folder, 'defaults.css'), 'utf8') };
}
