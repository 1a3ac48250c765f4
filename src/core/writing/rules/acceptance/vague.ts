/** ac/vague: an outcome or a check that each reader measures in another way. */
import type { Span } from '../../../text/span.ts';
import type { Finding, WritingRule } from '../../rule.ts';
import type { Written } from '../../written.ts';
import type { WrittenItem } from '../../writtenItem.ts';
import { phrasesOf } from '../../words/lists.ts';
import { tokensOf } from '../../words/tokens.ts';
import { withCriteria } from './example.ts';
import { scenariosOf } from '../../acceptance/scenarios.ts';

/** Words that criteria use in a plain sense as often as not: an information there. */
const OFTEN_PLAIN = new Set(
  `accessible, advanced, appropriate, appropriately, best, certain, clean, clear, clearly, comprehensive, cool, effective, enough,
  friendly, generally, good, helpful, immediately, improved, instantly, in time, meaningful, minimal, modern, mostly, normally, often,
  possibly, proper, properly, readable, regular, regularly, relevant, several, significant, simple, simply, some way, sometimes,
  sufficient, suitable, typically, understandable, useful, usually, various, a few, a number of, almost, approximately, roughly, nearly,
  acceptable, satisfactory, reasonable, whatever, perhaps, maybe, probably`
    .split(',')
    .map((word) => word.trim()),
);
const QUOTED = /"[^"]*"|“[^”]*”|`[^`]*`|<[^<>]*>/g;

export const vague: WritingRule = {
  doc: {
    id: 'ac/vague',
    title: 'A criterion that can’t be measured',
    severity: 'warning',
    summary:
      'A `Then` or a check has a word such as "quickly" and no number. Words that are often precise enough are information only.',
    why: 'The person who built it and the person who accepts it won’t agree on whether it’s met.',
    bad: withCriteria('- Given a full cart, when I pay, then the receipt is sent quickly'),
    good: withCriteria('- Given a full cart, when I pay, then the receipt is sent within 10 seconds'),
  },
  when: 'at once',
  language: 'en',
  *judge(item): Iterable<Finding> {
    for (const { scenario } of scenariosOf(item))
      for (const step of scenario.steps) if (step.kind === 'then') yield* vagueIn(step.in, step.words, item);
    for (const { notation, written } of item.criteria)
      if (notation === 'check' && written)
        yield* vagueIn(written, { start: 0, end: written.text.length }, item);
  },
};

function* vagueIn(written: Written, { start, end }: Span, { config }: WrittenItem): Iterable<Finding> {
  const words = written.text.slice(start, end);
  // A number says how much is meant.
  if (/\d/.test(words)) return;
  const own = words.replaceAll(QUOTED, (quoted) => ' '.repeat(quoted.length));
  const [found] = phrasesOf('vague', config).in(tokensOf(own));
  if (found === undefined) return;
  yield {
    at: { start: start + found.start, end: start + found.end },
    in: written,
    ...(OFTEN_PLAIN.has(found.phrase) ? { severity: 'information' as const } : {}),
    message: `"${words.slice(found.start, found.end)}" means something different to every reader: give a number or something observable.`,
  };
}
