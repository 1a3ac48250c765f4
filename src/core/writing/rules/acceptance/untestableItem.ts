/** ac/untestable-item: a check that names a subject and does not say what has to hold. */
import { keywordAtStart, keywordsOf } from '../../acceptance/keywords.ts';
import { addressOf, listOf } from '../../acceptance/mends/pieces.ts';
import type { Finding, Mend, WritingRule } from '../../rule.ts';
import type { WrittenItem } from '../../writtenItem.ts';
import { isEnglish } from '../../words/english.ts';
import { tokensOf } from '../../words/tokens.ts';
import { verbKind } from '../../words/verbs.ts';
import { shown } from '../../acceptance/scenarios.ts';
import { withCriteria } from './example.ts';

const MOST_WORDS = 3;
/** With one of these words it says more than a name does. */
const SAYS = new Set(
  `is are be was has have had no not never only always can must may will should shall does do without with on in at by to for
  from of within under over after before until per all every each any both works done same offline online only than then if when
  up down out off and but`.split(/\s+/),
);

export const untestableItem: WritingRule = {
  doc: {
    id: 'ac/untestable-item',
    title: 'Check without a condition',
    severity: 'information',
    summary: 'A check is only a name, such as "Performance", without a condition to meet.',
    why: 'There’s no way to tell whether it’s met.',
    bad: withCriteria('- Performance'),
    good: withCriteria('- a payment takes at most 2 seconds'),
  },
  when: 'at once',
  language: 'en',
  *judge(item): Iterable<Finding> {
    for (const { notation, written, index, done } of item.criteria) {
      if (notation !== 'check' || written === undefined) continue;
      const bare = written.text.replace(/^\s*\[[ xX]?\]\s*/, '').replace(/[.!]\s*$/, '');
      const start = written.text.indexOf(bare);
      if (bare.trim() === '' || !isBareName(bare)) continue;
      yield {
        at: { start, end: start + bare.trimEnd().length },
        in: written,
        message: `"${shown(bare)}" can’t be checked: add something observable or measurable.`,
        // What is ticked stays a mapping, which has no scenario on one line.
        mends: () => (done ? [] : toScenario(index, item)),
      };
    }
  },
};

/** A scenario asks what is given and what happens; the gaps in it are still to be filled in. */
function toScenario(criterion: number, item: WrittenItem): readonly Mend[] {
  const address = addressOf(item);
  const next = item.criteria.find(({ index }) => index === criterion + 1)?.written?.text.trim() ?? '';
  const word = keywordAtStart(next, keywordsOf(item.config.language))?.word;
  // An `And` below would go on with it.
  if (address === undefined || !listOf(item) || word === 'and' || word === 'but') return [];
  const operation = { type: 'convertCriterion', item: address, criterion, to: 'line' } as const;
  return [{ title: 'Turn it into a scenario', operation }];
}

function isBareName(text: string): boolean {
  if (!/^[A-Za-z][A-Za-z\s-]*$/.test(text)) return false;
  const tokens = tokensOf(text);
  if (tokens.length > MOST_WORDS || tokens.some(({ word }) => SAYS.has(word))) return false;
  const others = tokensOf(text.toLowerCase());
  if (
    !isEnglish(others) &&
    others.some(({ word }) => /^(?:le|la|les|der|die|das|el|los|een|het|ein|eine|un|une)$/.test(word))
  )
    return false;
  return tokens.every(({ word }) => stems(word).every((stem) => verbKind(stem) === undefined));
}

/** The base forms that a word may be a form of. */
function stems(word: string): readonly string[] {
  const cut = (ending: string): string => word.slice(0, -ending.length);
  if (word.endsWith('ies')) return [word, `${cut('ies')}y`];
  if (word.endsWith('es')) return [word, cut('es'), cut('s')];
  if (word.endsWith('s')) return [word, cut('s')];
  if (word.endsWith('ied')) return [word, `${cut('ied')}y`];
  if (word.endsWith('ed')) return [word, cut('ed'), cut('d'), word.slice(0, -3)];
  return [word];
}
