/** The product that the backlog is for: the value of `product:`. */
import * as z from 'zod';
import { list, longText, oneOrList, optional, patterned, text, word } from './kinds.ts';

/** A key: a capital letter, then capital letters and digits. */
export const KEY_PATTERN = /^[A-Z][A-Z0-9]*$/;
const KEY_HINT = 'a capital letter, then capital letters and digits, like `FN`';

export const productSchema = z.object({
  name: optional(text(), {
    title: 'Name',
    description: 'What the product is called.',
    examples: ['Fieldnotes'],
  }),
  key: optional(patterned(KEY_PATTERN, KEY_HINT), {
    title: 'Key',
    description: 'Stands before the number in the ids of stories and epics. Unique in the workspace.',
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
    description: "Where a day begins. The machine's where nothing is written.",
    examples: ['Europe/Lisbon'],
  }),
});
export type Product = z.infer<typeof productSchema>;
