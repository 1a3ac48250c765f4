/**
 * Goes on with a story sentence: its opening, the persona behind `As a`, the words that announce the next clause in the
 * way this team does, and ends that stories of the same epic or objective have. What somebody wants is theirs to say.
 */
import { type Part, readSentence, type Sentence } from '../../writing/sentence/sentence.ts';
import { type Template, templatesOf } from '../../writing/sentence/templates.ts';
import type { Slot } from '../../writing/sentence/clauses.ts';
import { articleFor } from '../../writing/words/article.ts';
import { Written } from '../../writing/written.ts';
import type { CompletionEntry } from './entry.ts';
import { formOf } from './entry.ts';
import { personas } from './personas.ts';
import { lineField, type Scene } from './scene.ts';
import { type Phrase, phraseKey } from './vocabulary.ts';

const SLOTS: readonly Slot[] = ['role', 'situation', 'means', 'end'];
/** How many ends are offered. */
const MOST_ENDS = 30;

interface Clause {
  readonly slot: Slot;
  readonly part: Part;
}

export function sentenceEntries(scene: Scene): readonly CompletionEntry[] {
  const { before } = scene.typed;
  const sentence = sentenceOf(before, scene);
  const clauses = clausesIn(sentence);
  const last = clauses.at(-1);
  if (last === undefined) return openings(scene);
  if (sentence.rest && /[.!?…]\S*\s*$/.test(before.slice(0, sentence.rest.start))) return [];
  const said = before.slice(last.part.indicator.end);
  const comma = /,[ \t\n]*([^,]*)$/.exec(said);
  if (comma) return announced(scene, clauses, before.length - (comma[1] ?? '').length, '');
  if (!/^\s/.test(said)) return [];
  if (last.slot === 'role') return roles(scene, clauses, last);
  if (last.slot === 'end') return ends(scene, last);
  // `… so`: the next clause without a comma.
  const word = last.slot === 'means' ? /\S[ \t]+(\p{L}{2,}(?:[ \t]+\p{L}*)?)$/u.exec(said)?.[1] : undefined;
  if (word === undefined) return [];
  const from = before.length - word.length;
  return announced(scene, clauses, from - 1, ', ');
}

function sentenceOf(text: string, { backlog }: Scene): Sentence {
  const node = {
    kind: 'scalar',
    style: 'plain',
    start: 0,
    end: text.length,
    value: undefined,
  } as const;
  return readSentence(new Written(node, text), backlog.config);
}

/** The clauses in the order of the text. */
function clausesIn(sentence: Sentence): readonly Clause[] {
  return SLOTS.flatMap((slot): Clause[] => {
    const part = sentence[slot];
    return part ? [{ slot, part }] : [];
  }).sort((a, b) => a.part.indicator.start - b.part.indicator.start);
}

/** The whole sentence in each of the team's forms, and its first words alone. */
function openings({ backlog, typed }: Scene): readonly CompletionEntry[] {
  const { before, after } = typed;
  const { templates } = backlog.config;
  const compiled = templatesOf(templates);
  const begun = before.trim().toLowerCase();
  const from = before.length - before.trimStart().length;
  const whole = after.trim() !== '' ? [] : compiled;
  return [
    ...whole.flatMap(({ index }) => {
      const template = (templates[index] ?? '').trim();
      if (!template.toLowerCase().startsWith(begun)) return [];
      const shown = { label: template, kind: 'entry', detail: 'the whole sentence' } as const;
      return typed.entry(shown, from, formOf(marked(template))) ?? [];
    }),
    ...compiled.flatMap(({ slots: [first] }) => {
      const words = first?.before ?? '';
      if (words === '' || !words.toLowerCase().startsWith(begun)) return [];
      const shown = { label: words, kind: 'words', again: true } as const;
      return typed.entry(shown, from, formEnding(words, after)) ?? [];
    }),
  ];
}

/** A template with its places written as `<…>`, whatever brackets it has. */
export function marked(template: string): string {
  return template.replaceAll(
    /\{\{?([^{}\n]+)\}\}?|\[([^[\]\n]+)\]/g,
    (_, a?: string, b?: string) => `<${a ?? b ?? ''}>`,
  );
}

/** Words with a space behind them, unless one stands there already. */
function formEnding(words: string, after: string): ReturnType<typeof formOf> {
  return formOf(/^\s/.test(after) ? words : `${words} `);
}

/** The words that announce the next clause, from `from` on. */
function announced(
  scene: Scene,
  clauses: readonly Clause[],
  from: number,
  lead: string,
): readonly CompletionEntry[] {
  const { typed } = scene;
  const begun = phraseKey(typed.before.slice(from));
  const next = nextSlot(scene, clauses);
  if (next === undefined || followed(typed.after)) return [];
  return indicators(scene, next.template, next.slot).flatMap(({ text, detail }): CompletionEntry[] => {
    if (!text.toLowerCase().startsWith(begun)) return [];
    const shown = { label: text, kind: 'words', detail, again: true } as const;
    const entry = typed.entry(shown, from, formEnding(lead + text, typed.after));
    return entry ? [entry] : [];
  });
}

/** Something that is no place to fill in stands behind the cursor. */
function followed(after: string): boolean {
  return /^[ \t]*[^\s.<]/.test(after);
}

function nextSlot(
  scene: Scene,
  clauses: readonly Clause[],
): { readonly slot: Slot; readonly template: Template } | undefined {
  const seen = new Set(clauses.map(({ slot }) => slot));
  const last = clauses.at(-1)?.slot;
  for (const template of templatesOf(scene.backlog.config.templates)) {
    const slots = template.slots.map(({ slot }) => slot);
    if (last === undefined || !slots.includes(last) || !clauses.every(({ slot }) => slots.includes(slot)))
      continue;
    const behind = slots.slice(slots.indexOf(last) + 1);
    const slot = behind.find((each) => !seen.has(each)) ?? slots.find((each) => !seen.has(each));
    if (slot !== undefined) return { slot, template };
  }
  return undefined;
}

/** Whether the team puts a comma in front of a clause. */
function hasComma(
  { backlog }: Scene,
  { slot, template }: { readonly slot: Slot; readonly template: Template },
): boolean {
  const text = backlog.config.templates[template.index] ?? '';
  const words = template.slots.find((each) => each.slot === slot)?.before ?? '';
  return /,\s*$/.test(text.slice(0, Math.max(0, text.indexOf(words))));
}

interface Announcement {
  readonly text: string;
  readonly detail: string;
}

/** What most stories of the file say, then what the template says, then what some stories say. */
function indicators({ words }: Scene, template: Template, slot: Slot): readonly Announcement[] {
  const known = words().indicatorsOf(slot);
  const all = known.reduce((sum, { count }) => sum + count, 0);
  const told = ({ text, count }: Phrase): Announcement => ({
    text,
    detail: count === 1 ? 'in one story' : `in ${count} stories`,
  });
  const [first] = known;
  const majority = first !== undefined && first.count >= 3 && first.count * 2 > all ? [told(first)] : [];
  const own = template.slots.find((each) => each.slot === slot)?.before ?? '';
  const fixed = own === '' ? [] : [{ text: own, detail: "the team's template" }];
  const withTo =
    template.english && /^I want$/i.test(own) ? [{ text: `${own} to`, detail: 'and what to do' }] : [];
  const others = known.filter(({ count }) => count * 10 > all).map(told);
  const seen = new Set<string>();
  return [...majority, ...fixed, ...withTo, ...others].filter(({ text }) => {
    const key = phraseKey(text);
    return seen.has(key) ? false : seen.add(key);
  });
}

function roles(scene: Scene, clauses: readonly Clause[], { part }: Clause): readonly CompletionEntry[] {
  const { typed } = scene;
  const { before, after } = typed;
  const said = before.slice(part.indicator.end);
  const from = part.indicator.end + said.length - said.trimStart().length;
  const swallowed = wordBehind(scene, before.slice(from));
  const article = /(?:^|\s)(an?)$/i.exec(before.slice(part.indicator.start, part.indicator.end))?.[1];
  const place = isPlace(before.slice(from));
  const exact = place ? '' : phraseKey(before.slice(from));
  const found = personas(scene, exact);
  const next = nextSlot(scene, clauses);
  const sign = next && hasComma(scene, next) ? ',' : '';
  const isKnown = exact !== '' && found.some(({ name }) => phraseKey(name) === exact);
  if (isKnown && swallowed === 0 && !followed(after))
    return announced(scene, clauses, from + before.slice(from).trimEnd().length, `${sign} `);
  // On a place to fill in all begin where the one does whose article changes, so that an editor keeps their order.
  const all =
    place && article !== undefined && found.some(({ name }) => articleOf(name, article) !== article);
  return found.flatMap(({ name, detail, documentation }) => {
    const fitting = article === undefined ? undefined : articleOf(name, article);
    const wrong = fitting !== undefined && (all || fitting !== article);
    const start = wrong ? part.indicator.end - (article?.length ?? 0) : from;
    const text = wrong ? `${fitting} ${name}` : name;
    const behind = after.slice(swallowed).trim() === '' ? `${sign} ` : '';
    const shown = {
      label: name,
      kind: 'value',
      detail,
      ...(documentation === undefined ? {} : { documentation }),
      ...(wrong ? { filter: `${before.slice(start, from)}${name}` } : {}),
      ...(place ? { alike: true } : {}),
      // Where the sentence goes on already, nothing more is to be chosen here: the next key is for what follows.
      ...(behind === '' ? {} : { again: true }),
    } as const;
    const stop = text.length + behind.length;
    const form = { text: text + behind, stops: [{ start: stop, end: stop }] };
    return typed.entry(shown, start, form, swallowed) ?? [];
  });
}

/** How much of the text behind the cursor belongs to the role that is being typed: the rest of a word, or a placeholder. */
function wordBehind({ typed }: Scene, said: string): number {
  const { after } = typed;
  const place = /^[^<>,]*>/.exec(after);
  if (said.includes('<') && place) return place[0].length;
  return /^<[^<>]*>/.exec(after)?.[0].length ?? /^[\p{L}\p{N}'’-]*/u.exec(after)?.[0].length ?? 0;
}

/** A place to fill in that is selected as a whole, so that the cursor stands behind it. */
function isPlace(said: string): boolean {
  return /^<[^<>]*>$/.test(said);
}

/** `a` or `an`, as the name wants it, in the case of the one that is written. */
function articleOf(name: string, written: string): string {
  const article = articleFor(name);
  return written.startsWith('A') ? article.replace('a', 'A') : article;
}

/** Why others wanted something: of the same epic first, then of the same objective. */
function ends(scene: Scene, { part }: Clause): readonly CompletionEntry[] {
  const { backlog, item, source, typed } = scene;
  const { before, after } = typed;
  const epic = item?.epic ?? lineField(source, 'epic');
  const objective = item?.objective ?? lineField(source, 'objective') ?? objectiveOf(scene, epic);
  const said = before.slice(part.indicator.end);
  const from = part.indicator.end + said.length - said.trimStart().length;
  const swallowed = /^<[^<>]*>/.exec(after)?.[0].length ?? 0;
  if (after.slice(swallowed).replace(/^[.!]/, '').trim() !== '') return [];
  const found = new Map<string, { text: string; count: number; near: number }>();
  for (const [otherEpic, said] of scene.words().ends) {
    const near = epic !== undefined && otherEpic === epic ? 1 : 0;
    if (near === 0 && objective === undefined) continue;
    const its = objectiveOf(scene, otherEpic);
    for (const [other, text] of said) {
      if (other === item || (item?.id !== undefined && other.id === item.id)) continue;
      if (near === 0 && (other.objective ?? its) !== objective) continue;
      const key = phraseKey(text);
      const known = found.get(key);
      if (known) known.count++;
      else found.set(key, { text, count: 1, near });
      if (known && near === 1) known.near = 1;
    }
  }
  const place = isPlace(before.slice(from));
  // Somebody who says something else is left alone.
  const begun = place ? '' : phraseKey(before.slice(from));
  for (const key of found.keys()) if (key === begun || !key.startsWith(begun)) found.delete(key);
  const epicTitle = epic === undefined ? undefined : backlog.target('epic', epic)?.title;
  return [...found.values()]
    .sort((a, b) => b.near - a.near || b.count - a.count)
    .slice(0, MOST_ENDS)
    .flatMap(({ text, near }) => {
      const detail = near === 1 ? (epicTitle ?? 'same epic') : 'same objective';
      const end = { start: text.length, end: text.length };
      return (
        typed.entry(
          { label: text, kind: 'words', detail, ...(place ? { alike: true } : {}) },
          from,
          { text, stops: [end] },
          swallowed,
        ) ?? []
      );
    });
}

function objectiveOf({ backlog }: Scene, epic: string | undefined): string | undefined {
  return epic === undefined ? undefined : backlog.target('epic', epic)?.objective;
}
