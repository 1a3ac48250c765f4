/** The product that the backlog is for: the value of `product:`. */
import * as z from 'zod';
import { list, longText, oneOrList, optional, patterned, text, word } from './kinds.ts';

/** A key: a capital letter, then capital letters and digits. */
export const KEY_PATTERN = /^[A-Z][A-Z0-9]*$/;
const KEY_HINT = 'a capital letter, then capital letters and digits, like `FN`';

export const productSchema = z.object({
  name: optional(text(), {
    title: 'Name',
    description: 'Product name.',
    examples: ['Fieldnotes'],
  }),
  key: optional(patterned(KEY_PATTERN, KEY_HINT), {
    title: 'Key',
    description: 'Prefix of story and epic ids. Unique in the workspace.',
    examples: ['FN'],
  }),
  former_keys: optional(oneOrList(word()), {
    title: 'Former keys',
    description: 'Keys of the tracker the team came from; old commits keep their links.',
    examples: ['[FIELD]'],
  }),
  vision: optional(longText(), {
    title: 'Vision',
    description: 'For whom, against which need, and what makes it different.',
    examples: ['>-'],
  }),
  repositories: optional(list(word()), {
    title: 'Repositories',
    description:
      "Where commits are looked for: paths from the file. The file's own where nothing is written.",
    examples: ['[., ../api]'],
  }),
  timezone: optional(word(), {
    title: 'Time zone',
    description: 'Time zone in which a day begins. Defaults to the machine’s.',
    examples: ['Europe/Lisbon'],
  }),
});
export type Product = z.infer<typeof productSchema>;
