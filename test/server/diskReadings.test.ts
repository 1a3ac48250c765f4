/** A large file is sent whole whenever the server asks for it: it asks no more often than it has to. */
import { expect, it } from 'vitest';
import { Editor, URI } from './editor.ts';

const titled = (title: string): string => `stories:\n  - id: FN-1\n    title: ${title}\n    status: ready\n`;
const CHANGED = 2;

it('a change on disk that is told of many times over is read at most twice each time, and the newest text counts', async () => {
  const editor = await Editor.start({ disk: { [URI]: titled('Sync') }, refinery: true });
  try {
    await editor.request('refinery/backlogs', null);
    const before = editor.readings.length;
    editor.disk.set(URI, titled('Export'));
    const changes = Array.from({ length: 24 }, () => ({ uri: URI, type: CHANGED }));
    await editor.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
    editor.disk.set(URI, titled('Photos'));
    await editor.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await editor.settled();
    await expect
      .poll(async () => editor.request('refinery/snapshot', { uri: URI }))
      .toMatchObject({ rows: [{ title: 'Photos' }] });
    const times = editor.readings.length - before;
    expect(times).toBeGreaterThan(0);
    expect(times).toBeLessThanOrEqual(4);
  } finally {
    editor.stop();
  }
});
