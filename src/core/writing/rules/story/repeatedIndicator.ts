import type { Span, TextEdit } from '../../../text/span.ts';
import type { Finding, WritingRule } from '../../rule.ts';
import type { Sentence } from '../../sentence/sentence.ts';
import { shown } from '../../acceptance/scenarios.ts';
import { said } from './story.ts';

export const repeatedIndicator: WritingRule = {
  doc: {
    id: 'story/repeated-indicator',
    title: 'Repeated phrase',
    severity: 'warning',
    summary: 'A phrase that starts a clause appears twice: "so that that", a second "so that" or "I want".',
    why: 'Often it’s left over from a template. If not, the story has two reasons or two wishes.',
    bad: 'stories:\n  - title: Print the roster\n    story: As a coach, I want to print the roster, so that so parents see it.\n    status: ready',
    good: 'stories:\n  - title: Print the roster\n    story: As a coach, I want to print the roster, so that parents see it.\n    acceptance: [The roster fits on a page]\n    estimate: 3\n    status: ready',
  },
  when: 'at once',
  language: 'en',
  *judge({ sentence }) {
    if (sentence === undefined) return;
    const { text } = sentence.written;
    const { role, means, end } = sentence;
    if (end) {
      const { start } = end.indicator;
      const [whole, first = ''] =
        /^((?:and\s+)?(?:so|such)\s+that|so\s+as\s+to|in\s+order\s+that|so(?!\s+that))(?=\s)[\s\S]*$/i.exec(
          text.slice(start, end.indicator.end),
        ) ?? [];
      if (whole !== undefined && whole.length > first.length)
        yield repeat(sentence, { start: start + first.length, end: end.indicator.end });
    }
    const doubled = role && /^as\s+an?\s+/i.exec(text.slice(role.start, role.end));
    if (role && doubled)
      yield repeat(sentence, { start: role.start, end: role.start + doubled[0].trimEnd().length });
    const again =
      means &&
      /^(?:i\s+)?(?:want|need|would\s+like)(?:\s+to)?(?=\s)|^to(?=\s)/i.exec(
        text.slice(means.start, means.end),
      );
    if (means && again && isRepeat(again[0], indicator(text, means.indicator)))
      yield repeat(sentence, { start: means.start, end: means.start + again[0].length });
    yield* second(
      sentence,
      said(means),
      /(?:^|,|;|\band)\s+((?:so\s+)?(?:I|we)\s+(?:also\s+)?(?:want|need|would\s+like|['’]d\s+like)(?:\s+to)?)(?=\s)/gi,
      'wishes',
    );
    yield* second(sentence, said(end), /(?:^|[\s,])(so\s+that)(?=\s)/gi, 'reasons');
  },
};

function indicator(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** `I want to want`, `I want to I want`, `I want to to`. */
function isRepeat(again: string, before: string): boolean {
  const words = (part: string): readonly string[] => part.toLowerCase().split(/\s+/);
  const [first] = words(again);
  return first === 'to' ? /\bto$/i.test(before) : first === 'i' || words(before).includes(first ?? '');
}

function repeat({ written }: Sentence, at: Span): Finding {
  const start = at.start + (/^\s*/.exec(written.text.slice(at.start, at.end))?.[0].length ?? 0);
  const next = written.text.slice(at.end).search(/\S/);
  // The spaces in front go with it, or those behind where it follows a space that stays.
  const edit: TextEdit =
    start > at.start
      ? { start: at.start, end: at.end, text: '' }
      : { start, end: at.end + Math.max(0, next), text: '' };
  return {
    at: { start, end: at.end },
    in: written,
    message: `"${shown(written.text.slice(start, at.end))}" is repeated: delete it.`,
    mends: () => [{ title: 'Delete the repeat', preferred: true, in: written, edits: [edit] }],
  };
}

/** The same announcement once more, later in the part. */
function* second(
  { written }: Sentence,
  part: Span | undefined,
  again: RegExp,
  what: 'wishes' | 'reasons',
): Iterable<Finding> {
  if (part === undefined) return;
  again.lastIndex = 0;
  const words = written.text.slice(part.start, part.end);
  const match = again.exec(words);
  const found = match?.[1];
  if (match === null || found === undefined || match.index === 0) return;
  const start = part.start + match.index + match[0].length - found.length;
  yield {
    at: { start, end: start + found.length },
    in: written,
    message: `The story has two ${what}: "${found}" appears a second time. Keep one, or split the story.`,
  };
}
