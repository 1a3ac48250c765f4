import fs from 'node:fs';
import path from 'node:path';
import { isBacklogName } from '../../core/workspace/names.ts';
import { isPlainSafe, quoteDouble } from '../../core/yaml/write.ts';
import { asHostError, HostError } from '../../node/hostError.ts';
import { createAtomically } from '../../node/writeAtomically.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../command.ts';
import { shownPath } from '../openBacklog.ts';
import { UsageError } from '../usageError.ts';

export const init: Command = {
  name: 'init',
  operands: '[PATH]',
  summary: 'Create a backlog, empty or with the sample',
  details: `
PATH is a folder, which is made where there is none, or the name of the new file. An existing file is never touched.`,
  examples: ['refinery init', 'refinery init --name Fieldnotes --key FN', 'refinery init /tmp/try --sample'],
  options: {
    name: { value: 'NAME', help: 'the name of the product (default: the name of the folder)' },
    key: { value: 'KEY', help: 'the key of its ids: capital letters and digits (default: from the name)' },
    sample: { help: 'the backlog of an invented team of seven, to look around in' },
  },

  run(args, terminal) {
    const [target = '.', ...more] = args.operands;
    if (more.length > 0) throw new UsageError('init takes one path at most.');
    const sample = args.has('sample');
    if (sample && (args.has('name') || args.has('key'))) {
      throw new UsageError('--sample brings its own name and key.');
    }
    const file = fileOf(path.resolve(terminal.cwd, target));
    const name = args.value('name') ?? path.basename(path.dirname(file));
    const text = sample ? sampleText() : emptyBacklog(name, keyFrom(args.value('key'), name));
    createAtomically(file, Buffer.from(text));
    terminal.write(`Created ${shownPath(file, terminal.cwd)}.\n`);
    return EXIT.ok;
  },
};

/** The file to create; makes its folder. */
function fileOf(target: string): string {
  const file =
    isBacklogName(path.basename(target)) && !isExistingFolder(target)
      ? target
      : path.join(target, 'backlog.yaml');
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
  } catch (error) {
    throw asHostError(error, `make the folder ${path.dirname(file)}`);
  }
  return file;
}

function isExistingFolder(target: string): boolean {
  return fs.statSync(target, { throwIfNoEntry: false })?.isDirectory() === true;
}

const KEY = /^[A-Z][A-Z0-9]*$/;

function keyFrom(typed: string | undefined, name: string): string {
  if (typed !== undefined) {
    if (KEY.test(typed)) return typed;
    throw new UsageError(`A key is capital letters and digits, like FN, not "${typed}".`);
  }
  return suggestedKey(name);
}

/** The first letters of several words, else the first letters of the only one: `Field Notes` is FN. */
function suggestedKey(name: string): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => /^[A-Z]/.test(word));
  const [first = 'ITEM'] = words;
  return words.length > 1
    ? words
        .slice(0, 4)
        .map((word) => word.charAt(0))
        .join('')
    : first.slice(0, 4);
}

function emptyBacklog(name: string, key: string): string {
  return `# The product backlog. Order is rank: the first story is the most important one.
version: 1
product:
  name: ${written(name)}
  key: ${written(key)}

stories:
  - id: ${key}-1
    title: Write the first story
    status: idea
`;
}

/** As a YAML text that every reader reads as this text: a product may be called `No`. */
function written(text: string): string {
  return isPlainSafe(text) ? text : quoteDouble(text);
}

/** The sample lies beside the built program, in the repository and in what is installed. */
function sampleText(): string {
  const file = path.join(__dirname, '..', 'examples', 'fieldnotes', 'backlog.yaml');
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    throw new HostError('The sample backlog is not installed with this copy of refinery.', { cause: error });
  }
}
