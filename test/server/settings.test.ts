import { afterEach, describe, expect, it } from 'vitest';
import { ServerSettings } from '../../src/server/settings.ts';
import { Editor, insertion, URI } from './editor.ts';

const TEXT = 'stories:\n  - id: FN-1\n    title: Sync\n    colour: red\n';

let editor: Editor | undefined;

afterEach(() => {
  editor?.stop();
  editor = undefined;
});

function set(client: Editor['client'], rules: unknown): Promise<void> {
  return client.sendNotification('workspace/didChangeConfiguration', { settings: { refinery: { rules } } });
}

describe('how serious the person takes rules', () => {
  it('counts where the file says nothing, and the file first', async () => {
    editor = await Editor.start();
    const { client } = editor;
    const severities = (): readonly unknown[] =>
      (editor?.latest(URI) ?? []).map(({ code, severity }) => [code, severity]);
    await editor.open(TEXT);
    expect(severities()).toEqual([['schema/unknown-key', 4]]);
    await set(client, { 'schema/unknown-key': 'error' });
    await editor.settled();
    expect(severities()).toEqual([['schema/unknown-key', 1]]);
    await editor.change([insertion(0, 0, 'writing: {rules: {schema/unknown-key: warning}}\n')]);
    expect(severities()).toEqual([['schema/unknown-key', 2]]);
    await editor.close();
    await editor.open(TEXT);
    expect(severities()).toEqual([['schema/unknown-key', 1]]);
    await set(client, { 'schema/unknown-key': 'ignore' });
    await editor.settled();
    expect(severities()).toEqual([]);
  });

  it('is looked at before it is believed', () => {
    const levels = (rules: unknown): unknown =>
      Object.fromEntries(new ServerSettings({ refinery: { rules } }).levels);
    expect(levels({ 'story/vague-word': 'warning', 'story/two-roles': 'loud', x: 3 })).toEqual({
      'story/vague-word': 'warning',
    });
    expect(levels('all')).toEqual({});
    expect(levels(null)).toEqual({});
  });
});
