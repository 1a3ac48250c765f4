import type { Span } from '../../../text/span.ts';
import type { Finding, WritingRule } from '../../rule.ts';
import type { Sentence } from '../../sentence/sentence.ts';
import type { Token } from '../../words/tokens.ts';
import { verbKind } from '../../words/verbs.ts';
import { englishSentence, said, storySentence } from './story.ts';

/** Words that may stand twice: `that that`, `had had`. */
const TWICE = new Set(['that', 'had', 'is', 'very', 'really', 'so', 'no', 'bye', 'many', 'there', 'her']);
const NEVER_LAST = new Set([
  'the',
  'a',
  'an',
  'and',
  'or',
  'of',
  'my',
  'our',
  'your',
  'their',
  'every',
  'because',
  'which',
]);
const ARTICLE =
  /^(?:an?|the|my|our|some|any|more|less|all|no|every|each|better|new|this|that|these|those|it|to|\d.*)$/;

export const fragment: WritingRule = {
  doc: {
    id: 'story/fragment',
    title: 'Incomplete sentence',
    severity: 'information',
    summary:
      'A word is repeated, a placeholder isn’t filled in, or a clause breaks off or has no verb or subject.',
    why: 'Readers have to guess the rest, and each guesses differently.',
    bad: 'stories:\n  - title: Print the roster\n    story: As a coach, I want to print the the roster, so that parents see it.\n    status: ready',
    good: 'stories:\n  - title: Print the roster\n    story: As a coach, I want to print the roster, so that parents see it.\n    acceptance: [The roster fits on a page]\n    estimate: 3\n    status: ready',
  },
  when: 'at once',
  language: 'en',
  *judge(item) {
    const sentence = storySentence(item);
    const english = sentence && englishSentence(item);
    if (sentence === undefined || english === undefined) return;
    yield* placeholders(sentence);
    yield* doubled(sentence, english.tokens);
    const broken =
      brokenMeans(sentence, english.tokens) ??
      brokenEnd(sentence, english.tokens) ??
      openEnd(sentence, english.tokens);
    if (broken) yield { in: sentence.written, ...broken };
  },
};

function* placeholders({ written }: Sentence): Iterable<Finding> {
  for (const { 0: found, index } of written.text.matchAll(/<\p{L}[\p{L}\s-]*>|\?\?\?+|\bTODO\b/gu))
    yield {
      at: { start: index, end: index + found.length },
      in: written,
      message: `"${found}" hasn’t been filled in yet.`,
    };
}

function* doubled({ written, role, means, end }: Sentence, tokens: readonly Token[]): Iterable<Finding> {
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    if (before?.word !== token.word || TWICE.has(token.word) || !/^\p{L}+$/u.test(token.word)) continue;
    if (!/^\s+$/.test(written.text.slice(before.end, token.start))) continue;
    // What announces a part is reported as such.
    if (
      [role, means, end].some(
        (part) => part && token.start < part.indicator.end && token.start >= part.indicator.start,
      )
    )
      continue;
    const edits = [{ start: before.end, end: token.end, text: '' }];
    yield {
      at: { start: token.start, end: token.end },
      in: written,
      message: `"${written.text.slice(token.start, token.end)}" is repeated.`,
      mends: () => [{ title: 'Delete the repeated word', preferred: true, in: written, edits }],
    };
  }
}

type Broken = { readonly at: Span; readonly message: string } | undefined;

const inside = (part: Span, tokens: readonly Token[]): readonly Token[] =>
  tokens.filter(({ start, end }) => part.start <= start && end <= part.end);

/** `I want roster`, `I want to submission errors`, `I want to help me`. */
function brokenMeans(sentence: Sentence, tokens: readonly Token[]): Broken {
  const means = said(sentence.means);
  if (means === undefined) return undefined;
  const words = inside(means, tokens);
  const [first, second] = words;
  if (first === undefined) return undefined;
  const infinitive = /\bto$/i.test(sentence.written.text.slice(means.indicator.start, means.indicator.end));
  const wanted = /\bwants?$/i.test(sentence.written.text.slice(means.indicator.start, means.indicator.end));
  if (infinitive && verbKind(first.word) === undefined && /(?:tion|sion|ment|ness|ity)s?$/.test(first.word))
    return {
      at: first,
      message: `A verb is missing after "to", before "${means.text.slice(0, first.end - first.start)}".`,
    };
  if (
    infinitive &&
    /^(?:help|remind|inform|notify|tell|warn|assist|guide|inspire|encourage|motivate)$/.test(first.word) &&
    second?.word === 'me'
  )
    return {
      at: { start: first.start, end: second.end },
      message:
        'It’s unclear who wants it and who does it: write "I want something to help me" or "I want help".',
    };
  if (
    wanted &&
    words.length <= 2 &&
    !ARTICLE.test(first.word) &&
    !/s$/.test(words.at(-1)?.word ?? '') &&
    /^\p{Ll}/u.test(means.text)
  )
    return { at: means, message: `"${means.text}" is too short: what should happen with it?` };
  return undefined;
}

/** `so that find it`: nobody is said to do it. */
function brokenEnd(sentence: Sentence, tokens: readonly Token[]): Broken {
  const end = said(sentence.end);
  if (end === undefined || !/^so\b/i.test(sentence.written.text.slice(end.indicator.start))) return undefined;
  const [first] = inside(end, tokens);
  if (first === undefined || verbKind(first.word) !== 'verb') return undefined;
  return { at: first, message: `A subject is missing after "so that", before "${first.word}".` };
}

function openEnd(sentence: Sentence, tokens: readonly Token[]): Broken {
  for (const slot of ['role', 'means', 'end'] as const) {
    const part = said(sentence[slot]);
    const last = part && inside(part, tokens).at(-1);
    if (
      part &&
      last &&
      last.end === part.end &&
      NEVER_LAST.has(last.word) &&
      (last.word !== 'a' || slot !== 'role')
    )
      return { at: last, message: `The sentence breaks off after "${last.word}".` };
  }
  return undefined;
}
