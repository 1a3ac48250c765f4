/** What the settings page may say: checked by its host before it is used. */
import * as z from 'zod';
import type { Setting, SettingsChange, SettingsContract } from './settings.ts';

const word = z.string().min(1).max(200);
const text = z.string().max(4000);
const list = z.enum(['people', 'teams', 'personas']);

const setting: z.ZodType<Setting> = z.object({
  path: z.tuple([z.enum(['product', 'workflow', 'writing', 'commits']), word], word),
  value: z.union([text, z.number(), z.array(text).max(1000), z.record(word, z.number()), z.null()]),
});

const change: z.ZodType<SettingsChange> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), settings: z.array(setting).min(1).max(20) }),
  z.object({ kind: z.literal('key'), to: word }),
  z.object({ kind: z.literal('renameStatus'), from: word, to: word }),
  z.object({ kind: z.literal('add'), list, id: word, name: text }),
  z.object({
    kind: z.literal('setMember'),
    list,
    id: word,
    field: z.enum(['name', 'email', 'people']),
    value: z.union([text, z.array(text).max(1000)]),
  }),
  z.object({ kind: z.literal('remove'), list, id: word }),
]);

type Schemas = {
  readonly [N in keyof SettingsContract['calls']]: z.ZodType<SettingsContract['calls'][N]['params']>;
};

export const settingsCalls: Schemas = {
  change,
  command: z.object({ name: z.enum(['createBacklog', 'createSample', 'refresh', 'undo', 'openFile']) }),
};
