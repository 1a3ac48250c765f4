/** What the format's own values mean, by the field that takes them. */
import type { Step } from './placeFlow.ts';

const MEANINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  type: {
    story: 'something that people get; where nothing is written',
    bug: 'something that does not work as it should',
    task: 'work that nobody outside the team sees',
    spike: 'finding something out',
  },
  priority: {
    must: 'nothing works without it',
    should: 'important, but there is a way around',
    could: 'nice to have',
    wont: 'not this time',
  },
  horizon: {
    now: 'being worked on',
    next: 'comes when that is done',
    later: 'meant, but not planned',
  },
  source: {
    interview: 'somebody was asked, and told',
    survey: 'many were asked the same',
    support: 'somebody needed help',
    usage: 'it was counted in the product',
    market: 'others offer it, or do not',
    sales: 'it came up when selling',
    business: 'the organisation wants it',
  },
  weight: { 1: 'nice to have', 2: 'important', 3: 'decisive' },
  rules: {
    ignore: 'not judged at all',
    hint: 'a few dots under it',
    information: 'shown, nothing more',
    warning: 'to be mended',
    error: 'must be mended',
  },
};

/** What a value means at a path, as a detail; nothing where it speaks for itself. */
export function meaningOf(path: readonly Step[], value: string): { readonly detail?: string } {
  const keys = path.filter((step) => typeof step === 'string');
  const field = keys[0] === 'writing' && keys[1] === 'rules' ? 'rules' : keys.at(-1);
  const detail = field === undefined ? undefined : MEANINGS[field]?.[value];
  return detail === undefined ? {} : { detail };
}
