/** Where cards of a story map go, picked from a list: the plain way to move them. */
import * as vscode from 'vscode';
import type { Backlog } from '../../../views/snapshots.ts';
import { type Choice, epicChoices, releaseChoices } from '../../commands/set.ts';

export interface PickedPlace {
  readonly command: 'refinery.setEpic' | 'refinery.setRelease';
  /** Empty: none. */
  readonly value: string;
}

/** Undefined where the person changed their mind. */
export async function pickPlace(backlog: Backlog, items: string): Promise<PickedPlace | undefined> {
  const group = (
    label: string,
    command: PickedPlace['command'],
    choices: readonly Choice[],
  ): readonly (vscode.QuickPickItem & Partial<PickedPlace>)[] => [
    { label, kind: vscode.QuickPickItemKind.Separator },
    ...choices.map((choice) => ({ ...choice, command, value: choice.value ?? '' })),
  ];
  const none = { value: undefined };
  const picked = await vscode.window.showQuickPick(
    [
      ...group(vscode.l10n.t('Epic'), 'refinery.setEpic', [
        ...epicChoices(backlog),
        { label: vscode.l10n.t('No epic'), ...none },
      ]),
      ...group(vscode.l10n.t('Release'), 'refinery.setRelease', [
        ...releaseChoices(backlog),
        { label: vscode.l10n.t('No release'), ...none },
      ]),
    ],
    { title: vscode.l10n.t('Move {items} to…', { items }), matchOnDescription: true },
  );
  const { command, value } = picked ?? {};
  return command === undefined || value === undefined ? undefined : { command, value };
}
