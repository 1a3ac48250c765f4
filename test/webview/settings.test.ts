import * as assert from 'node:assert/strict';
import type { SettingsContract } from '../../src/protocol/panels/settings.ts';
import { eventually } from '../editor/support/eventually.ts';
import { assertAccessible } from './support/accessible.ts';
import { SettingsHost } from './support/settingsHost.ts';
import { THEME_NAMES } from './support/themes.ts';
import type { ViewPage } from './support/viewPage.ts';
import { viewsOfSuite } from './support/views.ts';

const FILE = `# Ours
product: {name: Fieldnotes, key: FN}
workflow:
  statuses: [idea, doing, done] # agreed
people:
  - id: ana
    name: Ana Lima
stories:
  - id: FN-1
    title: One
    status: doing
    assignee: ana
`;

suite('The settings of a backlog', () => {
  const views = viewsOfSuite();
  let view: ViewPage<SettingsContract>;
  let host: SettingsHost;

  async function open(text = FILE): Promise<ViewPage<SettingsContract>['page']> {
    host = new SettingsHost(text);
    view = await views.open<SettingsContract>({ view: 'settings', host });
    await view.page.getByRole('heading', { name: 'Settings of Fieldnotes' }).waitFor();
    return view.page;
  }

  teardown(async () => {
    assert.deepEqual(await view.faults(), []);
    await view.close();
  });

  /** Types into a field and leaves it by Enter. */
  async function type(label: string, words: string): Promise<void> {
    const field = view.page.getByLabel(label, { exact: true });
    await field.fill(words);
    await field.press('Enter');
  }

  async function becomes(text: string): Promise<void> {
    await eventually('the file', () => {
      assert.equal(host.text, text);
      return true;
    });
  }

  test('a name, a key with what follows from it, and a repository are written as small edits', async () => {
    const page = await open();
    await page.getByText('One id begins with FN.').waitFor();
    await type('Name', 'Field notes');
    await becomes(FILE.replace('name: Fieldnotes', 'name: Field notes'));
    await type('Key', 'NOTE');
    const renamed = FILE.replace(
      '{name: Fieldnotes, key: FN}',
      '{name: Field notes, key: NOTE, former_keys: [FN]}',
    );
    await becomes(renamed);
    await type('New path', '../api');
    await becomes(renamed.replace('former_keys: [FN]', 'former_keys: [FN], repositories: ["../api"]'));
  });

  test('a key that is none is refused with the reason, and the field says what the file says', async () => {
    const page = await open();
    await type('Key', 'fn 1');
    await page.getByRole('alert').waitFor();
    assert.match(await page.getByRole('alert').innerText(), /capital letter/);
    assert.equal(await page.getByLabel('Key', { exact: true }).inputValue(), 'FN');
    assert.equal(host.text, FILE);
  });

  test('people come one after the other, change and go', async () => {
    const page = await open();
    await type('New person', 'Ben Okafor');
    const withBen = FILE.replace('stories:', '  - id: ben\n    name: Ben Okafor\nstories:');
    await becomes(withBen);
    assert.equal(await page.getByLabel('New person', { exact: true }).inputValue(), '');
    await type('Email of ben', 'ben@example.com');
    await becomes(withBen.replace('Ben Okafor\n', 'Ben Okafor\n    email: ben@example.com\n'));
    await page.getByRole('button', { name: 'Remove Ben Okafor' }).click();
    await becomes(FILE);
  });

  test('statuses get a name everywhere, a limit, a meaning and a place', async () => {
    const page = await open();
    await type('Name of status 2', 'building');
    // What it counts as was left to the defaults, which know no such name.
    await becomes(FILE.replaceAll('doing', 'building').replace('people:', '  active: [building]\npeople:'));
    await type('Limit of building', '3');
    await eventually(
      'the limit',
      () => host.text.includes('wip: {building: 3}') || host.text.includes('building: 3'),
    );
    await type('Limit of building', 'many');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('idea counts as').selectOption('In progress');
    await eventually('what it counts as', () => /active: \[.*idea.*\]/.test(host.text));
    const remove = page.getByRole('button', { name: /^building can't be removed/ });
    assert.equal(await remove.getAttribute('aria-disabled'), 'true');
    await page.getByRole('button', { name: 'Move building up' }).click();
    await eventually('its place', () => host.text.includes('statuses: [building, idea, done] # agreed'));
  });

  test('estimates, what is ready, and rules', async () => {
    const page = await open();
    await type('Allowed estimates', 'S = 2, M = 5');
    await eventually(
      'the sizes',
      () => /estimates:\s*(?:\{S: 2, M: 5\}|S: 2)/.test(host.text) || host.text.includes('S: 2'),
    );
    await page.getByRole('group', { name: 'A story needs' }).getByLabel('Epic').check();
    await eventually('what a story needs', () =>
      /story: \[story, acceptance, estimate, epic\]/.test(host.text),
    );
    assert.match(host.text, /bug: \[description, severity\]/, 'what counted before for bugs goes on');
    await page.getByLabel('Search rules').fill('vague-word');
    await page.getByLabel('Severity of story/vague-word').selectOption('Off');
    await eventually('the rule', () => host.text.includes('story/vague-word: ignore'));
    await page.getByLabel('Severity of story/vague-word').selectOption({ index: 0 });
    await eventually('no word of the rule', () => !host.text.includes('vague-word'));
  });

  for (const theme of THEME_NAMES)
    test(`axe finds nothing, ${theme}`, async () => {
      host = new SettingsHost(FILE);
      view = await views.open<SettingsContract>({ view: 'settings', theme, host });
      await view.page.getByRole('heading', { name: 'Rules' }).waitFor();
      await assertAccessible(view.page);
    });
});
