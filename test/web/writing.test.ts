import * as assert from 'node:assert/strict';
import { hoverInCode, SOURCE_FILE } from './readingShots.ts';
import { Workbench } from './support/workbench.ts';
import { DRAFTS, fixThree, renamePersona, splitStory, writeStory } from './support/writing.ts';

suite('A day of writing', () => {
  let workbench: Workbench;
  let original: string;

  suiteSetup(async () => {
    const files = { [DRAFTS.name]: DRAFTS.text, [SOURCE_FILE.name]: SOURCE_FILE.text };
    workbench = await Workbench.open({ workspace: 'examples/fieldnotes', files });
    original = workbench.readFile();
  });
  suiteTeardown(async () => {
    await workbench.close();
  });
  teardown(async () => {
    await workbench.press('Escape', 'Escape');
    await workbench.run('File: Revert File').catch(() => undefined);
    await workbench.run('View: Close All Editors');
    workbench.writeFile(original);
    workbench.writeFile(DRAFTS.text, DRAFTS.name);
  });

  test('a story is written from nothing: its own words are typed, all else is chosen', async () => {
    await writeStory(workbench);
    const text = workbench.readFile();
    assert.ok(text.startsWith(original));
    assert.equal(
      text.slice(original.length).trimEnd(),
      `  - id: FN-87
    title: Warn before the phone is full
    story: As a field biologist, I want to be warned before my phone is full, so that no observation of the day is lost
    acceptance:
      - Given no network, when I write a note, then I see how many more will fit
    estimate: 2
    status: ready
    epic: FN-1`,
    );
  });

  test('three findings are mended from the light bulb', async () => {
    await fixThree(workbench);
    const text = workbench.readFile(DRAFTS.name);
    assert.ok(text.includes('I want to export my notes, so that'), text);
    assert.ok(text.includes('I want to share one note, so that a friend sees it.'), text);
    assert.match(text, /notes:[^-]*(?:- )?.*as a link/);
    assert.ok(text.includes('- Given a note, when I share it, then the friend can open it'), text);
  });

  test('a story is split in two, its criteria dealt out', async () => {
    await splitStory(workbench);
    const text = await workbench.written('the second story', (now) =>
      now.includes('title: Photos follow over Wi-Fi'),
    );
    const first = text.slice(text.indexOf('- id: FN-12\n'), text.indexOf('- id: FN-87\n'));
    const second = text.slice(text.indexOf('- id: FN-87\n'), text.indexOf('- id: FN-14\n'));
    assert.ok(!first.includes('20 seconds, when') && first.includes('works on the two oldest phones'), first);
    assert.ok(second.includes('20 seconds, when') && !second.includes('two oldest phones'), second);
    for (const kept of ['epic: FN-1', 'sprint: s24', 'labels: [sync, mobile]'])
      assert.ok(second.includes(kept), kept);
    assert.ok(!/^ {4}estimate:/m.test(first) && !/^ {4}estimate:/m.test(second));
  });

  test('a persona gets another name in every story', async () => {
    const before = original.split('As a field biologist,').length;
    assert.ok(before > 10);
    await renamePersona(workbench);
    const text = workbench.readFile();
    assert.equal(text.split('As a wildlife biologist,').length, before);
    assert.ok(text.includes('name: wildlife biologist') && !text.includes('As a field biologist'));
    assert.equal(text.replaceAll('wildlife biologist', 'field biologist'), original);
  });

  test('an id in a source file says which story it means', async () => {
    await hoverInCode(workbench);
  });
});
