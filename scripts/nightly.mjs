// npm run nightly: the tests that need no editor, with 100,000 generated cases for each property.
import process from 'node:process';
import { packageBin, run } from './lib/processes.mjs';

const env = { ...process.env, REFINERY_CASES: process.env['REFINERY_CASES'] ?? '100000' };
const args = [packageBin('vitest'), 'run', '--testTimeout=3600000'];
process.exitCode = (await run(process.execPath, args, { show: true, env })).code;
