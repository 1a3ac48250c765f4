import { readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { drift, packageJson } from '../../src/build/outputs.ts';
import { COMMAND_IDS, commandSpec } from '../../src/protocol/commands.ts';
import { SETTINGS } from '../../src/protocol/settings.ts';
import { CONTEXT, WELCOME } from '../../src/protocol/views.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe('generated files', () => {
  it('are as the source says (npm run generate)', () => {
    expect(drift(root)).toEqual([]);
  });

  it('leave the other keys of package.json where and what they are', () => {
    const before = '{"name":"a","engines":{"vscode":"1"},"scripts":{"b":"c"},"contributes":{"old":1}}';
    const after = JSON.parse(packageJson(before)) as Record<string, unknown>;
    expect(Object.keys(after)).toEqual([
      'name',
      'engines',
      'activationEvents',
      'capabilities',
      'scripts',
      'contributes',
    ]);
    expect(after['scripts']).toEqual({ b: 'c' });
    expect(after['contributes']).not.toHaveProperty('old');
  });
});

describe('the manifest', () => {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    activationEvents: string[];
    contributes: {
      commands: { command: string }[];
      menus: Record<string, { command: string; when?: string; group?: string }[]>;
      keybindings: { command: string; key: string; mac?: string; when: string }[];
      configuration: { properties: Record<string, { default: unknown; enum?: string[] }> };
    };
  };

  it('starts the extension only where a backlog file is', () => {
    expect(manifest.activationEvents.length).toBeGreaterThan(0);
    for (const event of manifest.activationEvents)
      expect(event).toMatch(/^(?:workspaceContains:.*backlog\.ya?ml|onWebviewPanel:refinery\.\w+)$/);
  });

  it('declares every command once, and every menu entry and key names one of them', () => {
    const declared = manifest.contributes.commands.map(({ command }) => command);
    expect(declared).toEqual(COMMAND_IDS);
    const used = [...Object.values(manifest.contributes.menus).flat(), ...manifest.contributes.keybindings];
    for (const { command } of used) expect(declared).toContain(command);
  });

  it('makes every command reachable', () => {
    for (const id of COMMAND_IDS) {
      const { palette, row, titleBar, keys } = commandSpec(id);
      const places = [row, titleBar, keys].filter((place) => place !== undefined);
      expect(palette !== 'never' || places.length > 0, id).toBe(true);
    }
  });

  it('gives no key to two commands, and none outside of the view or the file', () => {
    const { keybindings } = manifest.contributes;
    // Nothing else has the focus while the input for new stories is open.
    const inInput = ({ when }: { readonly when: string }) => when === CONTEXT.adding;
    for (const keys of [keybindings.filter(inInput), keybindings.filter((one) => !inInput(one))]) {
      expect(keys.length).toBeGreaterThan(0);
      expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
      expect(new Set(keys.map(({ key, mac }) => mac ?? key)).size).toBe(keys.length);
    }
    for (const { when } of keybindings)
      for (const part of when.split(' || '))
        expect(part).toMatch(/focusedView == refinery|editorLangId == backlog|refinery\.adding/);
  });

  it('welcomes with commands that exist', () => {
    const links = WELCOME.flatMap(({ contents }) =>
      contents.flatMap((line) => [...line.matchAll(/command:([\w.]+)/g)]),
    );
    expect(links.length).toBeGreaterThan(0);
    for (const [, id = ''] of links) expect([...COMMAND_IDS, 'vscode.openFolder']).toContain(id);
  });

  it('has a default that is one of the values for every setting', () => {
    const { properties } = manifest.contributes.configuration;
    expect(Object.keys(properties)).toEqual(Object.keys(SETTINGS));
    for (const setting of Object.values(properties))
      if (setting.enum !== undefined) expect(setting.enum).toContain(setting.default);
  });
});

describe('the JSON Schema', () => {
  const schema = JSON.parse(readFileSync(path.join(root, 'media/backlog.schema.json'), 'utf8')) as object;
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  const errors = (text: string): readonly string[] => {
    validate(parse(text));
    return (validate.errors ?? []).map(({ instancePath }) => instancePath);
  };

  it('accepts a small backlog, with texts that look like numbers', () => {
    expect(
      errors('product: {name: F, key: FN}\nstories: [{title: 12, estimate: M}, {title: no, x-a: 1}]'),
    ).toEqual([]);
  });

  it('accepts one entry or a list, and all forms of a criterion', () => {
    const story = '{title: a, assignee: ana, labels: [a], acceptance: [b, {given: c, when: [d]}]}';
    expect(errors(`stories: [${story}]`)).toEqual([]);
  });

  it('finds a missing title, a wrong date and a wrong word', () => {
    const story = '{id: FN-1, priority: soon, blocked: {due: tomorrow}}';
    const found = errors(`stories: [${story}]`);
    expect(found).toContain('/stories/0');
    expect(found).toContain('/stories/0/priority');
    expect(found).toContain('/stories/0/blocked/due');
  });
});
