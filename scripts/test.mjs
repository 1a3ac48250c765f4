// npm test: installs what is needed, builds, and runs every suite; ends with one line that counts them all.
//   node scripts/test.mjs [checks|unit|days|webview|editor|web]… [--grep PATTERN]
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { scratch } from './lib/paths.mjs';
import { seconds } from './lib/processes.mjs';
import { setUp } from './setup.mjs';

/** Of one failure. */
const MOST_LINES = 60;
const ALL = ['checks', 'unit', 'days', 'webview', 'editor', 'web'];

function chosen() {
  const args = process.argv.slice(2);
  const at = args.indexOf('--grep');
  const pattern = at === -1 ? undefined : args.splice(at, 2)[1];
  const unknown = args.find((name) => !ALL.includes(name));
  if (unknown !== undefined) throw new Error(`there is no suite "${unknown}": ${ALL.join(', ')}`);
  return { names: args.length === 0 ? ALL : args, pattern };
}

/** Packs the product and unpacks the package: what people install is what is tested. */
async function packExtension() {
  const { makePackage } = await import('./package.mjs');
  const { unzip } = await import('./lib/unzip.mjs');
  const vsix = await makePackage();
  const extension = path.join(scratch, 'packed');
  rmSync(extension, { recursive: true, force: true });
  unzip(vsix, extension, 'extension/');
  return { vsix, extension };
}

/** What failed, once more and together: the run above it is long. */
function tell(counts) {
  const one = (what, name, { title, message }) => {
    const lines = message.trim().split('\n');
    const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines;
    console.log(`\n${what} ${name}: ${title}\n${shown.map((line) => `    ${line}`).join('\n')}`);
  };
  for (const { name, flaky = [] } of counts) for (const test of flaky) one('FLAKY', name, test);
  for (const { name, failures } of counts) for (const test of failures) one('FAILED', name, test);
}

async function test() {
  const started = Date.now();
  const { names, pattern } = chosen();
  const { desktop, workbench } = await setUp();
  mkdirSync(scratch, { recursive: true });
  const suites = { ...(await import('./lib/suites.mjs')), ...(await import('./lib/windowSuites.mjs')) };
  const packed = await packExtension();
  const counts = [];
  for (const name of names) {
    const suiteStarted = Date.now();
    if (/^web/.test(name) && !workbench) {
      console.log(`${name}: the web workbench does not run on this system, its tests are left out`);
      continue;
    }
    counts.push(...(await suites[name]({ ...packed, desktop, pattern })));
    console.log(`${name}: ${seconds(suiteStarted)}`);
  }
  tell(counts);
  console.log('');
  for (const { name, passed, failed } of counts)
    console.log(`${name.padEnd(20)} ${passed} passed${failed > 0 ? `, ${failed} FAILED` : ''}`);
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  const flaky = counts.reduce((total, count) => total + (count.flaky?.length ?? 0), 0);
  console.log(`\n${seconds(started)}, ${flaky} flaky\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 && sum('passed') > 0;
}

try {
  process.exitCode = (await test()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
