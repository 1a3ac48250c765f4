/** The actions of a story sentence, and the sentence for each of them alone. */
import type { Span } from '../../../text/span.ts';
import type { Sentence } from '../../sentence/sentence.ts';
import { type Actions, actionsOf } from '../../words/actions.ts';

/** The actions in the wish; offsets count in the text of the means. Undefined where it wants a thing. */
export function sentenceActions({ means, written }: Sentence): Actions | undefined {
  if (means === undefined || means.start >= means.end) return undefined;
  const said = written.text.slice(means.indicator.start, means.indicator.end);
  return actionsOf(means.text, /(?:\bto|can|could|may|might|must|should|shall|will|would)$/i.test(said));
}

/**
 * The wish for each action alone: `view orders` and `edit orders` for `view and edit orders`. Undefined where some
 * verbs share what follows and others do not, or where a clause names who does it: a person has to say what belongs to
 * which.
 */
export function apart(means: string, { first, more }: Actions): readonly string[] | undefined {
  if (more.some(({ ownSubject }) => ownSubject)) return undefined;
  const shared = more.filter(({ shares }) => shares).length;
  if (shared > 0 && shared < more.length) return undefined;
  const verbs: readonly Span[] = [first, ...more.map(({ verb }) => verb)];
  const ends = [...more.map(({ span }) => span.start), means.length];
  const lead = means.slice(0, first.start);
  const last = verbs.at(-1) ?? first;
  const tail = shared > 0 ? means.slice(last.end) : '';
  return verbs.map((verb, i) => {
    const end = shared > 0 && verb === last ? last.end : (ends[i] ?? means.length);
    return lead + means.slice(verb.start, end).replace(/[\s,;]+$/, '') + tail;
  });
}
