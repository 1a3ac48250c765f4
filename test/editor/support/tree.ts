/** The backlog view, as the extension itself tells it. */
import { activated } from './backlog.ts';
import { eventually } from './eventually.ts';

interface Exports {
  outline(): string;
}

async function extensionExports(): Promise<Exports> {
  const { exports } = await activated();
  if (typeof exports !== 'object' || exports === null || !('outline' in exports))
    throw new Error('the extension exports no outline');
  return exports as Exports;
}

/** The lines of the view with every parent open, once `accept` takes them. */
export async function outline(
  accept: (lines: readonly string[]) => boolean = (lines) => lines.length > 0,
): Promise<readonly string[]> {
  const view = await extensionExports();
  let last: readonly string[] = [];
  try {
    return await eventually('the tree', () => {
      last = view
        .outline()
        .split('\n')
        .filter((line) => line !== '');
      return accept(last) ? last : undefined;
    });
  } catch (error) {
    throw new Error(
      `${error instanceof Error ? error.message : String(error)}\n${last.slice(0, 20).join('\n')}`,
    );
  }
}

/** The id that each line begins with, ranges and groups left out. */
export function ids(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => /^\s*([A-Z][A-Z0-9]*-\d+) /.exec(line)?.[1] ?? []);
}

/** True when a row says so: `FN-12 … (doing · …)`. */
export function says(lines: readonly string[], id: string, words: string): boolean {
  return lines.some((line) => line.trimStart().startsWith(`${id} `) && line.includes(words));
}
