/** How commits and branches name stories: the value of `commits:`. */
import * as z from 'zod';
import { HOOK_LEVELS } from '../commits/settings.ts';
import { choice, list, oneOrList, optional, word } from './kinds.ts';

export const commitsSchema = z.object({
  trailers: optional(list(word()), {
    title: 'Trailers',
    description:
      'Keys of the lines at the end of a commit message that name stories. The first one is written by "link story".',
    examples: ['[Story, Refs, Closes]'],
  }),
  branch: optional(word(), {
    title: 'Branch',
    description:
      'How the branch of a story is called: a text with `{type}`, `{id}`, `{slug}`, `{assignee}` and `{epic}`.',
    examples: ['"{type}/{id}-{slug}"'],
  }),
  exempt: optional(oneOrList(word()), {
    title: 'Exempt',
    description:
      'Commits that need no story: patterns of subjects, or of authors after `author:`. `*` matches any text. Merges need none.',
    examples: ['["chore(deps): *", "author: *[bot]"]'],
  }),
  hook: optional(choice(HOOK_LEVELS), {
    title: 'Hook',
    description:
      'What the `commit-msg` hook does about a commit that names an unknown story: `warn` (default) or `refuse`.',
    examples: ['refuse'],
  }),
});
export type Commits = z.infer<typeof commitsSchema>;
