/**
 * The words that rules look for, in English. A team adds its own with `writing.words`, by the name of the list, and
 * takes one out with `writing.words.allow`. Restated from common guidance on requirements, thinned out by
 * what stood in real stories without doing harm there.
 */
import type { Config } from '../../backlog/config.ts';
import { Phrases } from './phrases.ts';

export type WordList = keyof typeof LISTS;

const list = (text: string): readonly string[] =>
  text
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

const LISTS = {
  /** What each reader measures in another way. */
  vague:
    list(`easy, easily, easier, ease of use, simple, simply, intuitive, intuitively, user-friendly, user friendly,
    convenient, conveniently, comfortable, comfortably, smooth, smoothly, seamless, seamlessly, painless, hassle-free,
    quick, quickly, quicker, fast, faster, rapid, rapidly, prompt, promptly, timely, timely manner, in time, immediately, instantly,
    as soon as possible, asap, near real time, reasonable time, reasonable amount of time, good, great, nice, nicely, beautiful,
    attractive, awesome, fancy, modern, state of the art, state-of-the-art, best, better, best possible, improved, optimal, optimally,
    appropriate, appropriately, adequate, adequately, suitable, suitably, sufficient, sufficiently, proper, properly, reasonable,
    reasonably, acceptable, sensible, sensibly, satisfactory, meaningful, useful, helpful, relevant, pertinent, efficient,
    efficiently, effective, effectively, robust, robustly, reliable, reliably, flexible, flexibly, scalable, powerful, user centric,
    high quality, high-quality, high performance, low latency, minimal effort, minimal, lightweight, elegant, clear, clearly,
    readable, more readable, understandable, more understandable, accessible, various, several, a lot of, lots of, a few, many different, a number of,
    large number, large number of, small number of, large amount, large amount of, some control, some kind of, some sort of, some way, in some way, somehow, whatever, certain, enough, as possible,
    usually, normally, typically, generally, often, regular, regularly, sometimes, occasionally, frequently, almost, nearly, approximately, about right,
    roughly, significant, significantly, substantial, mostly, probably, probable, perhaps, possibly, maybe, probable importance,
    full control, complete control, fullest, comprehensive, holistic, advanced, sophisticated, friendly, pleasant, engaging, more engaging, great looking`),
  /** What lets everybody off. */
  escape:
    list(`if possible, where possible, when possible, whenever possible, wherever possible, as far as possible,
    to the extent possible, as much as possible, if practical, where practical, if practicable, where practicable,
    as far as practicable, if feasible, where feasible, if applicable, where applicable, when applicable, as applicable,
    if appropriate, where appropriate, when appropriate, as appropriate, if pertinent, where pertinent, when pertinent,
    if relevant, where relevant, when relevant, as relevant, if needed, where needed, when needed, as needed, if necessary, where necessary,
    when necessary, as necessary, if required, where required, when required, as required, if need be, if time permits, time permitting, if desired,
    if at all possible, when pertinent, at a minimum, as a minimum`),
  /** What leaves a list without an end. */
  open_ended:
    list(`etc, etcetera, et cetera, and so on, and so forth, and the like, and such, and others, and more, and much more, and many more,
    and many others, and other aspects, and many other aspects, and other things, and other stuff, and stuff, and things like that, or similar, or something similar, or the like, or something like that,
    including but not limited to, but not limited to, among others, amongst others, among other things, and whatnot, tbd, tbc, to be determined, to be defined`),
  /** What names a way to build it instead of what is needed. */
  solution:
    list(`button, buttons, checkbox, checkboxes, check box, radio button, radio buttons, drop-down, dropdown, drop down, combo box,
    combobox, text box, textbox, text field, pop-up, popup, modal, tooltip, sidebar, side bar, scrollbar, navbar, breadcrumb, breadcrumbs, carousel, hamburger menu,
    toolbar, dialog, dialogue box, iframe, widget, wizard, stored procedure, database table, db table, foreign key, sql, nosql, mysql,
    postgres, postgresql, mongodb, redis, elasticsearch, kafka, rabbitmq, rest endpoint, rest api, graphql, endpoint, json file, xml file, cron job,
    microservice, microservices, docker, kubernetes, lambda, s3 bucket, aws, react, angular, vue, jquery, javascript, typescript, css, html, php,
    python script, java, node.js, spring boot, django, rails, cookie, cookies, regex, backend, frontend, back-end, front-end`),
  /** Verbs that stand for a whole range of things. */
  coarse: list(
    `manage, administer, administrate, handle, maintain, support, deal with, take care of, process, cover, look after`,
  ),
  /** What makes a coarse verb coarser. */
  everything: list(
    `everything, anything, all, any, every, entire, whole, complete, all aspects, all kinds of, all types of, all sorts of`,
  ),
} as const;

export const WORD_LISTS = Object.keys(LISTS) as readonly WordList[];

const compiled = new WeakMap<Config['words'], Map<WordList, Phrases>>();

/** A list with the team's own words. */
export function phrasesOf(name: WordList, { words }: Config): Phrases {
  let phrases = compiled.get(words);
  if (phrases === undefined) compiled.set(words, (phrases = new Map<WordList, Phrases>()));
  let found = phrases.get(name);
  if (found === undefined) {
    const allowed = new Set((words['allow'] ?? []).map(plain));
    found = new Phrases([...LISTS[name], ...(words[name] ?? [])].filter((word) => !allowed.has(plain(word))));
    phrases.set(name, found);
  }
  return found;
}

function plain(phrase: string): string {
  return phrase.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
