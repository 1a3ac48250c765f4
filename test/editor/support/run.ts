/**
 * Runs the test files it is told to by mocha and writes down how many passed. The extension host starts it, of the
 * desktop application and of the web workbench alike, and so does Node for the tests that drive a browser.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { format } from 'node:util';
import * as mochaModule from 'mocha';

// An extension host gives the ES module's namespace once more inside of `default`.
const outer = mochaModule.default as unknown as { default?: typeof mochaModule.default };
const Mocha = outer.default ?? mochaModule.default;

/** Hooks are told only where they fail. */
interface Test {
  readonly title: string;
  readonly passed: boolean;
  readonly message?: string;
}

/** Windows that are open take pictures of themselves into a file; the last one that does so counts. */
const pictures = ((
  globalThis as { refineryPictures?: ((file: string) => Promise<unknown>)[] }
).refineryPictures ??= []);

/** Resolves when all tests passed; the editor turns a rejection into exit code 1. */
export async function run(): Promise<void> {
  const output = process.env['REFINERY_TEST_OUTPUT'];
  if (output !== undefined)
    Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => {
      appendFileSync(output, `${format(...parts)}\n`);
    };
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: 60_000,
    color: process.env['REFINERY_TEST_COLOR'] === 'yes',
  });
  const pattern = process.env['REFINERY_TEST_GREP'];
  if (pattern !== undefined && pattern !== '') mocha.grep(pattern);
  const files = (process.env['REFINERY_TEST_FILES'] ?? '').split('\n');
  for (const file of files) mocha.addFile(file);
  if (files.some((file) => file.endsWith('.mjs'))) await mocha.loadFilesAsync();
  const tests: Test[] = [];
  const picture = process.env['REFINERY_TEST_PICTURE'];
  const taken: Promise<unknown>[] = [];
  await new Promise<void>((resolve) => {
    mocha
      .run(() => {
        resolve();
      })
      .on('pass', (test) => tests.push({ title: test.fullTitle(), passed: true }))
      .on('fail', (test, error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        tests.push({ title: test.fullTitle(), passed: false, message });
        if (picture !== undefined)
          for (const take of pictures) taken.push(take(picture).catch(() => undefined));
      });
  });
  await Promise.all(taken);
  const result = process.env['REFINERY_TEST_RESULT'];
  if (result !== undefined) writeFileSync(result, JSON.stringify({ tests }));
  const failed = tests.filter(({ passed }) => !passed).length;
  if (failed > 0) throw new Error(`${failed} failed`);
}
