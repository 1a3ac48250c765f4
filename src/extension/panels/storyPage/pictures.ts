/** Pictures that are pasted or dropped onto a page: looked at, and stored beside the backlog file. */
import * as vscode from 'vscode';
import { LARGEST_PICTURE } from '../../../protocol/panels/storyPage.ts';

/** The folder beside the backlog file. */
export const MEDIA = 'backlog-media';

/** By the bytes that a file of the kind begins with; a name can say anything. */
const KINDS: readonly { readonly ending: string; readonly fits: (bytes: Uint8Array) => boolean }[] = [
  { ending: 'png', fits: (bytes) => begins(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { ending: 'jpg', fits: (bytes) => begins(bytes, 0, [0xff, 0xd8, 0xff]) },
  { ending: 'gif', fits: (bytes) => begins(bytes, 0, [0x47, 0x49, 0x46, 0x38]) },
  {
    ending: 'webp',
    fits: (bytes) => begins(bytes, 0, [0x52, 0x49, 0x46, 0x46]) && begins(bytes, 8, [0x57, 0x45, 0x42, 0x50]),
  },
];

function begins(bytes: Uint8Array, at: number, expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[at + index] === byte);
}

/** What the bytes are; undefined where they are no picture of a kind that every browser shows. */
export function endingOf(bytes: Uint8Array): string | undefined {
  return KINDS.find(({ fits }) => fits(bytes))?.ending;
}

export type Stored =
  | {
      readonly ok: true;
      /** From the backlog file. */
      readonly path: string;
    }
  | { readonly ok: false; readonly message: string };

/**
 * Stores a picture under the next free name of the item: `backlog-media/FN-12-1.png`.
 * @param backlog the file that it stands beside
 */
export async function storePicture(backlog: vscode.Uri, item: string, base64: string): Promise<Stored> {
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  const ending = endingOf(bytes);
  if (ending === undefined)
    return refused(vscode.l10n.t('This is no picture that can be kept: use PNG, JPEG, GIF or WebP.'));
  if (bytes.length > LARGEST_PICTURE) return refused(vscode.l10n.t('This picture is larger than 10 MB.'));
  const folder = vscode.Uri.joinPath(backlog, '..', MEDIA);
  const base = item.replace(/[^\w-]+/g, '-').slice(0, 60);
  try {
    await vscode.workspace.fs.createDirectory(folder);
    const taken = new Set((await vscode.workspace.fs.readDirectory(folder)).map(([name]) => stemOf(name)));
    let number = 1;
    while (taken.has(`${base}-${number}`.toLowerCase())) number++;
    const name = `${base}-${number}.${ending}`;
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), bytes);
    return { ok: true, path: `${MEDIA}/${name}` };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refused(vscode.l10n.t('The picture could not be stored: {why}', { why }));
  }
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]*$/, '').toLowerCase();
}

function refused(message: string): Stored {
  return { ok: false, message };
}
