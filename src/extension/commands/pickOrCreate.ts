/** A picker that also creates: what is typed and is not in the list is offered as something new. */
import * as vscode from 'vscode';

export interface Pickable<T> extends vscode.QuickPickItem {
  readonly value: T;
  /** It is what typing its id or name means: nothing of that name is offered to be created. */
  readonly names?: readonly string[];
}

export type Picked<T> =
  { readonly kind: 'value'; readonly value: T } | { readonly kind: 'create'; readonly name: string };

export interface PickOrCreate<T> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly Pickable<T>[];
}

interface Item<T> extends vscode.QuickPickItem {
  readonly answer: Picked<T>;
}

/** Undefined where the person changed their mind. */
export async function pickOrCreate<T>({
  title,
  placeholder,
  items,
}: PickOrCreate<T>): Promise<Picked<T> | undefined> {
  const pick = vscode.window.createQuickPick<Item<T>>();
  Object.assign(pick, { title, placeholder, matchOnDescription: true });
  const known = items.map(({ value, ...item }): Item<T> => ({ ...item, answer: { kind: 'value', value } }));
  const taken = new Set(items.flatMap(({ names = [] }) => names.map((name) => name.toLowerCase())));
  const show = (): void => {
    const name = pick.value.trim();
    pick.items =
      name === '' || taken.has(name.toLowerCase())
        ? known
        : [
            ...known,
            {
              label: `$(add) ${vscode.l10n.t('Create “{name}”', { name })}`,
              alwaysShow: true,
              answer: { kind: 'create', name },
            },
          ];
  };
  show();
  try {
    return await new Promise<Picked<T> | undefined>((resolve) => {
      pick.onDidChangeValue(show);
      pick.onDidAccept(() => {
        resolve(pick.selectedItems[0]?.answer);
      });
      pick.onDidHide(() => {
        resolve(undefined);
      });
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}
