/** A real VS Code whose extension host runs one of the measurements beside this file, with the packed extension. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { bundle } from '../../scripts/lib/bundle.mjs';
import { root, scratch } from '../../scripts/lib/paths.mjs';
import { workbenchSupported } from '../../scripts/lib/vscode.mjs';
import { runInExtensionHost } from '../../scripts/lib/workbench.mjs';
import type { Bench } from '../figure.ts';

/** What a measurement in the extension host writes down. */
export interface WindowResult {
  /** Milliseconds that `activate` took. */
  readonly activation: number;
  /** The longest turn of the extension host, ms: while nothing happens, and while the server starts and the tree fills. */
  readonly idleTurn: number;
  readonly startTurn: number;
  /** From the change of the document to its diagnostics, ms. */
  readonly strokes: readonly number[];
  /** From the command that moves a story to the file on disk, and a bare change that is saved, ms. */
  readonly moved: readonly number[];
  readonly saved: readonly number[];
}

let windows = 0;

/** Opens a window on a folder with this backlog, measures in it, and closes it. */
export async function inWindow(
  bench: Bench,
  { text, strokes, moves }: { text: string; strokes: number; moves: number },
): Promise<WindowResult> {
  const env = { REFINERY_BENCH_STROKES: String(strokes), REFINERY_BENCH_MOVES: String(moves) };
  const written = await measuredIn(bench, {
    measurement: 'measure.ts',
    prepare: (folder) => {
      writeFileSync(path.join(folder, 'backlog.yaml'), text);
    },
    env,
  });
  return written as WindowResult;
}

export interface Measurement {
  /** The module beside this one that exports `run()`. */
  readonly measurement: string;
  /** Fills the folder that is opened. */
  readonly prepare: (folder: string) => void;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a measurement in the extension host of a new window, and gives what it wrote to `REFINERY_BENCH_RESULT`. */
export async function measuredIn(
  bench: Bench,
  { measurement, prepare, env = {} }: Measurement,
): Promise<unknown> {
  if (!workbenchSupported()) throw new Error('the web workbench does not run on this system');
  await ensureChromium();
  const folder = path.join(bench.scratch, `window-${++windows}`);
  mkdirSync(folder, { recursive: true });
  prepare(folder);
  const result = path.join(bench.scratch, `window-${windows}.json`);
  const entry = path.join(root, 'bench/editor', measurement);
  const [tests] = await bundle([entry], path.join(scratch, 'run'), { format: 'cjs' });
  if (tests === undefined) throw new Error('the measurement was not bundled');
  const extension = path.join(bench.scratch, 'extension');
  cpSync(bench.product.extension, extension, { recursive: true });
  const { code } = (await runInExtensionHost({
    folder,
    extension,
    tests,
    env: { ...env, REFINERY_BENCH_RESULT: result },
  })) as { readonly code: number };
  if (code !== 0) throw new Error(`the measurement in the editor ended with code ${code}`);
  return JSON.parse(readFileSync(result, 'utf8'));
}
