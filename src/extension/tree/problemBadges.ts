/** How many findings an item has, as a badge and a colour at its row; counts come with the snapshot. */
import * as vscode from 'vscode';
import type { Row } from '../../protocol/snapshot.ts';

const SCHEME = 'refinery-row';

/** Names a row with its counts, so that a row with other counts is asked for anew. Undefined without findings. */
export function badgeUri({ key, errors = 0, warnings = 0 }: Row): vscode.Uri | undefined {
  if (errors + warnings === 0) return undefined;
  const query = new URLSearchParams({ errors: String(errors), warnings: String(warnings) });
  return vscode.Uri.from({ scheme: SCHEME, path: `/${key}`, query: query.toString() });
}

export function showProblemBadges(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration: (uri) => {
      if (uri.scheme !== SCHEME) return undefined;
      const counts = new URLSearchParams(uri.query);
      const errors = Number(counts.get('errors') ?? 0);
      const count = errors + Number(counts.get('warnings') ?? 0);
      const badge = count > 9 ? '9+' : String(count);
      const tooltip = count === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{count} problems', { count });
      const color = errors > 0 ? 'list.errorForeground' : 'list.warningForeground';
      return new vscode.FileDecoration(badge, tooltip, new vscode.ThemeColor(color));
    },
  });
}
