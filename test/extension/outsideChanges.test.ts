import { open, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DiskTexts, type FileUri } from '../../src/extension/diskTexts.ts';
import { OutsideChanges } from '../../src/extension/outsideChanges.ts';
import { temporaryFolders } from '../node/temporaryFolder.ts';

const folder = temporaryFolders();

/** A document of the editor: it saves as the editor does, empty first, then piece by piece. */
class Document {
  readonly uri: FileUri;
  isDirty = false;
  #text: string;
  readonly #changes: OutsideChanges<Document>;

  constructor(file: string, text: string, changes: OutsideChanges<Document>) {
    this.uri = { scheme: 'file', fsPath: file };
    this.#text = text;
    this.#changes = changes;
  }

  getText(): string {
    return this.#text;
  }

  edit(text: string): void {
    this.#text = text;
    this.isDirty = true;
  }

  /** @param piece called between two pieces, while the file is neither what it was nor what it will be */
  async save(piece: () => void | Promise<void> = () => undefined): Promise<void> {
    const text = this.#text;
    this.#changes.willSave(this);
    const file = await open(this.uri.fsPath, 'w');
    await piece();
    const pieces = 4;
    for (let at = 0; at < pieces; at++) {
      const size = Math.ceil(text.length / pieces);
      await file.write(text.slice(at * size, (at + 1) * size));
      await piece();
    }
    await file.close();
    if (this.#text === text) this.isDirty = false;
    this.#changes.didSave(this);
  }
}

async function opened(
  text: string,
): Promise<{ document: Document; changes: OutsideChanges<Document>; file: string }> {
  const file = path.join(folder({ 'backlog.yaml': text }), 'backlog.yaml');
  const changes = new OutsideChanges<Document>(
    new DiskTexts(() => Promise.reject(new Error('all files are on this disk'))),
  );
  const document = new Document(file, text, changes);
  await changes.note(document);
  return { document, changes, file };
}

const text = (edits: number): string => `stories:\n${'  - title: One of many\n'.repeat(200)}# ${edits}\n`;

describe('a document with changes of its own', () => {
  it('is not behind while this window writes it, however often somebody looks', async () => {
    const { document, changes, file } = await opened(text(0));
    const looks: Promise<boolean>[] = [];
    for (let edit = 1; edit <= 20; edit++) {
      document.edit(text(edit));
      await document.save(() => {
        looks.push(changes.isBehind(document));
      });
      looks.push(changes.isBehind(document));
    }
    // Dirty once more, so that those that waited find it as they began.
    document.edit(text(21));
    expect((await Promise.all(looks)).filter((behind) => behind)).toEqual([]);
    expect(await readFile(file, 'utf8')).toBe(text(20));
  });

  it('is not behind what it was saved as while more was typed', async () => {
    const { document, changes } = await opened(text(0));
    document.edit(text(1));
    await document.save(() => {
      document.edit(text(2));
    });
    expect(document.isDirty).toBe(true);
    expect(await changes.isBehind(document)).toBe(false);
  });

  it('is behind what somebody else wrote, also between its own saves, and where that is what it once was', async () => {
    const { document, changes, file } = await opened(text(0));
    for (let edit = 1; edit <= 5; edit++) {
      document.edit(text(edit));
      await document.save();
      document.edit(`${text(edit)}# more\n`);
      expect(await changes.isBehind(document)).toBe(false);
      await writeFile(file, edit % 2 === 0 ? text(edit - 1) : text(edit).replace('One', 'Eno'));
      expect(await changes.isBehind(document)).toBe(true);
      document.edit(text(edit));
    }
  });

  it('is not behind a file that has its own words, or other line ends alone', async () => {
    const { document, changes, file } = await opened(text(0));
    document.edit(text(1));
    await writeFile(file, text(1));
    expect(await changes.isBehind(document)).toBe(false);
    await writeFile(file, text(0).replaceAll('\n', '\r\n'));
    expect(await changes.isBehind(document)).toBe(false);
  });

  it('is judged at once after a save of its own that was refused', async () => {
    const { document, changes, file } = await opened(text(0));
    document.edit(text(1));
    changes.willSave(document);
    await writeFile(file, text(5));
    changes.saveEnded(document);
    expect(await changes.isBehind(document)).toBe(true);
  });

  it('is judged when the file rests: half of what another program writes is nothing yet', async () => {
    const { document, changes, file } = await opened(text(0));
    document.edit(text(1));
    await writeFile(file, '');
    const look = changes.isBehind(document);
    await writeFile(file, text(0));
    expect(await look).toBe(false);
  });
});
