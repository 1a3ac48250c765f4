/** Who takes part, and for whom the product is: entries of `people:`, `teams:` and `personas:`. */
import * as z from 'zod';
import { id, longText, oneOrList, optional, ref, required, text, word } from './kinds.ts';
import { privacy } from './work.ts';

export const personSchema = z.object({
  id: required(id(), {
    title: 'Id',
    description: 'Id used by assignees and notes.',
    examples: ['ana'],
  }),
  name: optional(text(), { title: 'Name', description: 'The full name.', examples: ['Ana Lima'] }),
  role: optional(text(), {
    title: 'Role',
    description: 'What the person does: `engineering`, `design`, `marketing`, `sales`, any words.',
    examples: ['design'],
  }),
  email: optional(oneOrList(word()), {
    title: 'Email',
    description: 'One address or a list; matches the authors of commits, with `.mailmap`.',
    examples: ['ana@fieldnotes.example'],
  }),
  private: privacy,
});
export type Person = z.infer<typeof personSchema>;

export const teamSchema = z.object({
  id: required(id(), { title: 'Id', description: 'Id used by sprints.', examples: ['core'] }),
  name: optional(text(), {
    title: 'Name',
    description: 'Display name of the team.',
    examples: ['Core team'],
  }),
  people: optional(oneOrList(ref('person')), {
    title: 'People',
    description: 'Who is in the team: ids of `people`.',
    examples: ['[ana, ben]'],
  }),
  private: privacy,
});
export type Team = z.infer<typeof teamSchema>;

export const personaSchema = z.object({
  id: required(id(), {
    title: 'Id',
    description: 'Any id that no other persona has.',
    examples: ['biologist'],
  }),
  name: optional(text(), {
    title: 'Name',
    description: 'The words that stories use after "As a".',
    examples: ['field biologist'],
  }),
  about: optional(longText(), {
    title: 'About',
    description: 'Who this is, and how they work.',
    examples: ['Works alone, days from the next mast.'],
  }),
  private: privacy,
});
export type Persona = z.infer<typeof personaSchema>;
