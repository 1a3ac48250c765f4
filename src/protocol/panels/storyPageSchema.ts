/** What a story page may say, as schemas: a web view is not trusted. */
import * as z from 'zod';
import type { ItemAddress, Value } from '../../core/operations/operation.ts';
import type { PageChange } from '../../core/features/page/pageChange.ts';
import { LARGEST_PICTURE, LONGEST_TEXT, type StoryPageContract, type StoryPageState } from './storyPage.ts';

const word = z.string().max(300);
/** Keys and positions: no key of the format or of a team has anything else. */
const path = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\w-]+(?:\.[\w-]+){0,6}$/);
const mark = z.string().max(40);
const text = z.string().max(LONGEST_TEXT);
const position = z.int().min(0).max(100_000);

const address: z.ZodType<ItemAddress> = z.union([
  z.object({ id: word.min(1), list: z.enum(['stories', 'epics']).exactOptional() }),
  z.object({ list: z.enum(['stories', 'epics']), index: z.int().min(0) }),
]);

const scalar = z.union([text, z.number(), z.boolean()]);
const flat = z.union([scalar, z.array(scalar).max(1000), z.record(word, scalar)]);
/** As deep as an entry of a list of scenarios goes. */
const value: z.ZodType<Value> = z.union([
  flat,
  z.array(flat).max(1000),
  z.record(word, z.union([flat, z.array(flat).max(1000)])),
]);

const change: z.ZodType<PageChange> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), path, value, mark }),
  z.object({ kind: z.literal('remove'), path, mark }),
  z.object({
    kind: z.literal('add'),
    path,
    value,
    at: position.exactOptional(),
    mark: mark.exactOptional(),
  }),
  z.object({ kind: z.literal('move'), path, to: position, mark }),
  z.object({ kind: z.literal('tick'), path, done: z.boolean(), mark }),
  z.object({ kind: z.literal('convert'), path, to: z.enum(['line', 'mapping', 'gherkin']), mark }),
  z.object({
    kind: z.literal('block'),
    why: text,
    by: word.exactOptional(),
    due: word.exactOptional(),
    mark,
  }),
  z.object({ kind: z.literal('fix'), finding: z.string().max(500), title: z.string().max(1000) }),
  z.object({ kind: z.literal('drop'), because: text }),
  z.object({ kind: z.literal('rank'), to: z.enum(['top', 'up', 'down', 'bottom']) }),
]);

export const storyPageState: z.ZodType<StoryPageState> = z.object({
  uri: z.string().min(1).max(4000),
  item: address,
});

type Schemas = {
  readonly [N in keyof StoryPageContract['calls']]: z.ZodType<StoryPageContract['calls'][N]['params']>;
};

export const storyPageCalls: Schemas = {
  change,
  judge: z.object({ path, text }),
  complete: z.object({ path, text, offset: z.int().min(0).max(LONGEST_TEXT) }),
  preview: z.object({ text }),
  find: z.object({ query: word }),
  note: z.object({ text: text.min(1), to: z.array(word).max(50) }),
  picture: z.object({
    name: word,
    base64: z
      .string()
      .min(1)
      .max(Math.ceil(LARGEST_PICTURE / 3) * 4),
    link: z.boolean(),
  }),
  open: z.object({ item: address, beside: z.boolean() }),
  openInFile: z.object({ path: path.exactOptional() }),
  openLink: z.object({ target: z.string().min(1).max(4000) }),
  openCommit: z.object({ repository: z.string().max(4000), id: z.string().regex(/^[0-9a-f]{7,64}$/) }),
  command: z.object({
    name: z.enum([
      'split',
      'merge',
      'delete',
      'openChanges',
      'startWork',
      'copyId',
      'newStory',
      'showBoard',
      'refresh',
      'createBacklog',
      'createSample',
      'rename',
    ]),
  }),
  criterion: z.object({ path, mark, name: z.enum(['promote', 'moveToStory']) }),
  undo: z.null(),
  redo: z.null(),
  save: z.null(),
  pin: z.null(),
  whoAmI: z.null(),
};
