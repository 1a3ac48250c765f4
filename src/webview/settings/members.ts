/** Who works on the product, and for whom: people, teams and personas. */
import { html, type TemplateResult } from 'lit';
import type { MemberList, MemberSetting, TeamSettings } from '../../protocol/panels/settings.ts';
import { addInput, formEntries, textInput } from '../shared/ui/form.ts';
import { type ChangeSettings, part } from './parts.ts';

interface Kind {
  readonly list: MemberList;
  readonly title: string;
  readonly about: string;
  readonly noun: string;
  /** What there is beside the name. */
  readonly more?: { readonly field: 'email' | 'people'; readonly label: string; readonly hint: string };
}

const KINDS: readonly Kind[] = [
  {
    list: 'people',
    title: 'People',
    about: 'Who can be assigned to stories. The address finds the commits of a person.',
    noun: 'Person',
    more: { field: 'email', label: 'Email', hint: 'ana@example.com' },
  },
  {
    list: 'teams',
    title: 'Teams',
    about: 'Who works together in a sprint.',
    noun: 'Team',
    more: { field: 'people', label: 'People', hint: 'ana, ben' },
  },
  {
    list: 'personas',
    title: 'Personas',
    about: 'For whom the product is: the words that stories use after “As a”.',
    noun: 'Persona',
  },
];

export function membersPart(team: TeamSettings, change: ChangeSettings): readonly TemplateResult[] {
  return KINDS.map((kind) => part(team, kind, members(team[kind.list], kind, change)));
}

function members(all: readonly MemberSetting[], kind: Kind, change: ChangeSettings): TemplateResult {
  const { list, title, noun, more } = kind;
  return formEntries({
    label: title,
    entries: all.map((member) => {
      const { id, name } = member;
      const setName = (value: string): void => {
        change({ kind: 'setMember', list, id, field: 'name', value });
      };
      return {
        name: name === '' ? id : name,
        content: html`${textInput({ label: `Name of ${id}`, value: name, placeholder: id, change: setName })}
          <span class="form-hint" title="Id">${id}</span>
          ${more === undefined ? '' : moreInput(member, kind, more, change)}`,
        remove: () => {
          change({ kind: 'remove', list, id });
        },
      };
    }),
    add: addInput(`New ${noun.toLowerCase()}`, (name) => {
      change({ kind: 'add', list, id: idFor(name, all), name });
    }),
  });
}

function moreInput(
  { id, more }: MemberSetting,
  { list }: Kind,
  { field, label, hint }: NonNullable<Kind['more']>,
  change: ChangeSettings,
): TemplateResult {
  return textInput({
    label: `${label} of ${id}`,
    value: more.join(', '),
    placeholder: hint,
    change: (typed) => {
      const texts = typed.split(',').flatMap((text) => (text.trim() === '' ? [] : [text.trim()]));
      const [only] = texts;
      change({
        kind: 'setMember',
        list,
        id,
        field,
        // One address stands by itself, as people write it.
        value: field === 'email' && texts.length === 1 && only !== undefined ? only : texts,
      });
    },
  });
}

/** `Ana Lima` is `ana`; where that is taken, `ana-lima`, then `ana-2`. */
export function idFor(name: string, taken: readonly { readonly id: string }[]): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const first = words[0] ?? 'new';
  const ids = new Set(taken.map(({ id }) => id));
  const wanted = [first, words.join('-')].find((id) => id !== '' && !ids.has(id));
  if (wanted !== undefined) return wanted;
  for (let nth = 2; ; nth++) if (!ids.has(`${first}-${nth}`)) return `${first}-${nth}`;
}
