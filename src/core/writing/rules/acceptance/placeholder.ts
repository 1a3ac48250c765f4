/** ac/placeholder: what was to be filled in later. */
import type { Span } from '../../../text/span.ts';
import type { Scenario } from '../../acceptance/criteria.ts';
import { laterIn } from '../../acceptance/later.ts';
import { deleteCriterion } from '../../acceptance/mends/remove.ts';
import type { Finding, WritingRule } from '../../rule.ts';
import type { Written } from '../../written.ts';
import { withCriteria } from './example.ts';
import { scenariosOf } from '../../acceptance/scenarios.ts';

const BRACKETS = /<([\p{L}][^<>\n=/]{0,60})>/gu;
/** Elements of a page, which are no gaps. */
const ELEMENTS =
  /^(?:a|b|i|u|p|br|hr|em|strong|code|pre|ul|ol|li|div|span|img|table|tr|td|th|h[1-6]|html|head|body|script|style|input|form|button|label|link|meta|title|nav|main|section|svg|iframe)$/i;

export const placeholder: WritingRule = {
  doc: {
    id: 'ac/placeholder',
    title: 'Placeholder left',
    severity: 'warning',
    summary:
      'A criterion contains "TBD", "TODO" or "???". A name in `<` and `>` without a value in the examples is information only.',
    why: 'A ready story has no open questions. What’s missing here comes up while it’s being built.',
    bad: withCriteria('- Given a full cart, when I pay, then TBD'),
    good: withCriteria('- Given a full cart, when I pay, then a receipt is sent'),
  },
  when: 'at once',
  *judge(item): Iterable<Finding> {
    for (const { scenario } of scenariosOf(item)) yield* inScenario(scenario);
    for (const criterion of item.criteria) {
      const { notation, written } = criterion;
      if (notation !== 'check' || written === undefined) continue;
      const found = later(written, { start: 0, end: written.text.length });
      if (!found) continue;
      const alone = written.text.trim().length === found.at.end - found.at.start;
      yield alone ? { ...found, mends: () => deleteCriterion(criterion, item) } : found;
    }
  },
};

function* inScenario({ head, steps, columns, name, form }: Scenario): Iterable<Finding> {
  const known = new Set(columns.map((column) => column.toLowerCase()));
  if (head.in && name !== undefined && form !== 'background') yield* gaps(head.in, head.at, known);
  for (const { in: written, span, words, argument } of steps) {
    const found = later(written, words);
    if (found) yield found;
    yield* gaps(written, span, known);
    if (argument && columns.length > 0) yield* gaps(written, argument, known);
  }
}

function later(written: Written, { start, end }: Span): Finding | undefined {
  const found = laterIn(written.text.slice(start, end));
  return (
    found && {
      at: { start: start + found.at, end: start + found.at + found.words.length },
      in: written,
      message: `"${found.words}" is still open: replace it before the story is ready.`,
    }
  );
}

function* gaps(written: Written, { start, end }: Span, known: ReadonlySet<string>): Iterable<Finding> {
  const words = written.text.slice(start, end);
  if (!words.includes('<')) return;
  for (const { 0: whole, 1: name = '', index } of words.matchAll(BRACKETS)) {
    if (known.has(name.trim().toLowerCase()) || words.includes(`</${name}>`)) continue;
    if (known.size === 0 && ELEMENTS.test(name)) continue;
    const from = start + index;
    yield {
      at: { start: from, end: from + whole.length },
      in: written,
      severity: 'information',
      message:
        known.size > 0
          ? `The examples have no column "${name}": add it, or use an existing one.`
          : `"${whole}" is a placeholder: replace it, or add examples for it.`,
    };
  }
}
