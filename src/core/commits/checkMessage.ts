/** What is to be said about a commit message: unknown ids, and commits that name no story. */
import { type Directory, idOf, type Meaning } from './directory.ts';
import { mentionsOf } from './message.ts';
import { type CommitSettings, isExempt, isOurTrailer } from './settings.ts';
import type { MessageForm } from './trailers.ts';
import { mergeSubject } from './mergeSubject.ts';

export interface MessageCheck {
  /** Ids that can only be meant as stories of an open backlog, and are none; each once. */
  readonly unknown: readonly string[];
  /** What the message names. */
  readonly named: readonly Meaning[];
}

/** Looks at every id that a message names. An id in one of the team's trailers is meant as one, whatever its key. */
export function checkMessage(
  message: string,
  directory: Directory,
  settings: CommitSettings,
  form: MessageForm = {},
): MessageCheck {
  const unknown = new Set<string>();
  const named: Meaning[] = [];
  for (const mention of mentionsOf(message, form)) {
    const id = idOf(mention, settings);
    const meaning = directory.meaning(id);
    const inTrailer = mention.trailer !== undefined && isOurTrailer(settings, mention.trailer);
    if (meaning) named.push(meaning);
    else if (mention.place !== 'branch' && (directory.hasOurKey(id) || (inTrailer && mention.key !== '')))
      unknown.add(id);
  }
  return { unknown: [...unknown], named };
}

/** True where a commit needs no story: it merges, or the team said so. */
export function needsNoStory(
  commit: {
    readonly subject: string;
    readonly author: string;
    readonly email: string;
    readonly parents: number;
  },
  settings: CommitSettings,
): boolean {
  return (
    commit.parents > 1 ||
    mergeSubject(commit.subject, 0, commit.subject.length) !== undefined ||
    isExempt(settings, commit)
  );
}
