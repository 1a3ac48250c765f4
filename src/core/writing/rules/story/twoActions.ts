import type { Mend, WritingRule } from '../../rule.ts';
import type { Sentence } from '../../sentence/sentence.ts';
import type { Actions } from '../../words/actions.ts';
import type { WrittenItem } from '../../writtenItem.ts';
import { apart, sentenceActions } from './actions.ts';
import { shown } from '../../acceptance/scenarios.ts';
import { splitInto } from './splitStory.ts';
import { addressOf, after, englishSentence } from './story.ts';

/** A longer list of verbs is cut in the message. */
const MOST_NAMED = 5;

export const twoActions: WritingRule = {
  doc: {
    id: 'story/two-actions',
    title: 'Two stories in one',
    severity: 'warning',
    summary:
      'The wish joins two actions: "book a slot and invoice the client", "the plan to be printed and mailed", or a second clause with its own subject, as in "and the referee should get a message". Two verbs for one act, as in "drag and drop" or "read and write access", count once. A choice, as in "print or mail it", is information.',
    why: 'Each could be built, tested or dropped on its own. Together they’re hard to estimate, and often only half gets done.',
    bad: 'stories:\n  - id: FN-7\n    title: Book a slot\n    story: As a coach, I want to book a slot and invoice the client, so that I get paid.\n    status: ready',
    good: 'stories:\n  - id: FN-7\n    title: Book a slot\n    story: As a coach, I want to book a slot, so that I get paid.\n    acceptance: [The slot is taken]\n    estimate: 3\n    status: ready',
  },
  when: 'at once',
  language: 'en',
  *judge(item) {
    const { sentence } = item;
    const means = sentence?.means;
    if (
      sentence === undefined ||
      means === undefined ||
      !/[\s/,](?:and|or|but|then|plus|as)\b|[/&+,;]/i.test(means.text)
    )
      return;
    const actions = englishSentence(item) && sentenceActions(sentence);
    // Of a list, the place where it says that there are several.
    const joint = actions?.more.find(({ span }) => means.text.charAt(span.start) !== ',') ?? actions?.more[0];
    if (actions === undefined || joint === undefined) return;
    const verbs = [actions.first, ...actions.more.map(({ verb }) => verb)].map(
      ({ start, end }) => `"${shown(means.text.slice(start, end))}"`,
    );
    const named = verbs.length > MOST_NAMED ? verbs.slice(0, MOST_NAMED - 1) : verbs.slice(0, -1);
    const last = verbs.length > MOST_NAMED ? 'more' : (verbs.at(-1) ?? '');
    const several = `${named.join(', ')} and ${last}`;
    // `view or edit` may be one thing with a choice in it.
    const choice = actions.more.every(({ span }) => /^(?:or|\/|,)/i.test(means.text.slice(span.start)));
    yield {
      ...(choice ? { severity: 'information' as const } : {}),
      at: { start: means.start + joint.span.start, end: means.start + joint.span.end },
      in: sentence.written,
      message: `The story wants ${verbs.length === 2 ? 'two' : verbs.length} things, ${several}: make it ${verbs.length === 2 ? 'two' : verbs.length} stories.`,
      mends: () => splitActions(item, sentence, actions),
    };
  },
};

function splitActions(item: WrittenItem, sentence: Sentence, actions: Actions): readonly Mend[] {
  const address = addressOf(item);
  const { means, written } = sentence;
  if (address === undefined || means === undefined || item.item.list !== 'stories') return [];
  const wishes = apart(means.text, actions);
  if (wishes === undefined) return [];
  const stories = wishes.map((wish) => ({
    title: wish.slice(actions.first.start),
    edits: [{ start: means.start, end: means.end, text: wish }],
  }));
  const single = stories.every(
    ({ edits }) => (sentenceActions(after(item, sentence, edits))?.more.length ?? 1) === 0,
  );
  if (!single) return [];
  return splitInto(
    address,
    stories.map(({ title, edits }) => ({ title, story: written.with(edits) })),
    stories.length === 2 ? 'Split into two stories' : `Split into ${stories.length} stories`,
  );
}
