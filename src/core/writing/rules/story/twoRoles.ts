import type { Mend, WritingRule } from '../../rule.ts';
import type { Part, Sentence } from '../../sentence/sentence.ts';
import type { WrittenItem } from '../../writtenItem.ts';
import { shown } from '../../acceptance/scenarios.ts';
import { articleFor } from '../../words/article.ts';
import { splitInto } from './splitStory.ts';
import { addressOf, after, said } from './story.ts';

export const twoRoles: WritingRule = {
  doc: {
    id: 'story/two-roles',
    title: 'Two roles in one story',
    severity: 'information',
    summary:
      'The story has two roles joined by "and", "or" or a slash: "As a coach or parent". Names such as "R&D" are ignored.',
    why: 'Two roles rarely want the same thing for the same reason, and what’s enough for one is too little for the other.',
    bad: 'stories:\n  - id: FN-7\n    title: Print the roster\n    story: As a coach or parent, I want to print the roster, so that I have it with me.\n    status: ready',
    good: 'stories:\n  - id: FN-7\n    title: Print the roster\n    story: As a coach, I want to print the roster, so that I have it with me.\n    acceptance: [The roster fits on a page]\n    estimate: 3\n    status: ready',
  },
  when: 'at once',
  language: 'en',
  *judge(item) {
    const { sentence } = item;
    const role = said(sentence?.role);
    if (sentence === undefined || role === undefined) return;
    const joint = jointOf(role.text);
    if (joint === undefined) return;
    yield {
      at: { start: role.start + joint.start, end: role.start + joint.end },
      in: sentence.written,
      message: `"${shown(role.text)}" has two roles: write the story for the one who needs it most, or split it.`,
      mends: () => splitRoles(item, sentence, role, joint),
    };
  },
};

interface Joint {
  readonly start: number;
  readonly end: number;
  readonly roles: readonly [string, string];
}

const JOINED = /^(.*?\S)\s*?(\s(?:and\/or|and|or|&|as\s+well\s+as)\s|\s?\/\s?)(\S.*)$/i;

function jointOf(role: string): Joint | undefined {
  const match = JOINED.exec(role);
  const [, before, joint, behind] = match ?? [];
  if (before === undefined || joint === undefined || behind === undefined) return undefined;
  const second = behind.replace(/^(?:an?|the)\s+/i, '');
  const words = (text: string): number => text.trim().split(/\s+/).length;
  // A role that goes on with what it does, `user who reads and writes`, is one.
  if (/\s(?:who|that|which|with|of|for|in|at|working|interested|responsible)\s/i.test(` ${before} `))
    return undefined;
  const sign = joint.trim().toLowerCase();
  // `QA/BA lead`, `R & D manager`: a name made of initials.
  const initials = /(?:^|\s)\p{Lu}{1,4}$/u.test(before) || /^\p{Lu}{1,4}(?:\s|$)/u.test(behind);
  if ((sign === '/' || sign === '&') && initials) return undefined;
  // `health and safety officer` is one role, `coach and parent` are two.
  if (sign !== 'or' && sign !== '/' && second === behind && words(second) > words(before)) return undefined;
  const start = before.length + (joint.length - joint.trimStart().length);
  return { start, end: start + joint.trim().length, roles: [before, second] };
}

function splitRoles(item: WrittenItem, sentence: Sentence, role: Part, { roles }: Joint): readonly Mend[] {
  const address = addressOf(item);
  const { title } = item.item;
  if (address === undefined || item.item.list !== 'stories' || title === undefined) return [];
  const stories = roles.map((name) => {
    const text = sentence.written.text.slice(role.indicator.start, role.indicator.end);
    const announced = text.replace(/\ban?$/i, (article) => withCase(articleFor(name), article));
    const edits = [{ start: role.indicator.start, end: role.end, text: `${announced} ${name}` }];
    return { title: `${title} (${name})`, edits };
  });
  const single = stories.every(({ edits }) => {
    const found = after(item, sentence, edits).role;
    return found !== undefined && jointOf(found.text) === undefined;
  });
  if (!single) return [];
  return splitInto(
    address,
    stories.map((story) => ({ title: story.title, story: sentence.written.with(story.edits) })),
    'Split into a story for each role',
  );
}

function withCase(article: string, like: string): string {
  return like.startsWith('A') ? article.charAt(0).toUpperCase() + article.slice(1) : article;
}
