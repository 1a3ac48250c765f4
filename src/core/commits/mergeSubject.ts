/**
 * The subjects that git and the sites around it write for merges: which branch was merged, where its name stands, and
 * which part says where it went. What is merged says something about the work; where it went does not.
 */
import type { Span } from '../text/span.ts';

export interface MergeSubject {
  /** The names of what was merged. */
  readonly merged: readonly Span[];
  /** The rest of the subject that a person may have written; undefined where all of it was made. */
  readonly title: Span | undefined;
}

/** A name in quotes, as git writes it. */
const QUOTED = /'([^'\n]+)'/g;

/** Git: `Merge branch 'a'`, `Merge branches 'a', 'b' and 'c'`, `Merge remote-tracking branch 'origin/a' into b`. */
const BY_GIT =
  /^Merge (?:(?:remote-tracking )?branch(?:es)?|tags?) ('[^'\n]+'(?:(?:,| and|, and) '[^'\n]+')*)/;
/** GitHub and Gitea: `Merge pull request #45 from owner/branch`, `Merge pull request 'Title' (#45) from branch into main`. */
const FROM = /^Merge pull request (.*?) ?(?:\(?#\d+\)?) from (\S+)/;
/** Bitbucket: `Merged in feature/FN-12 (pull request #45)`; its server: `Merge pull request #45 in P/R from a to b`. */
const MERGED_IN = /^Merged in (\S+) \(pull request #\d+\)/;
const IN_FROM_TO = /^(?:Merge )?[Pp]ull request #\d+:? (?:(.*?) ?)?in \S+ from (\S+) to \S+/;
/** Azure: `Merged PR 45: Title`. */
const MERGED_PR = /^Merged PR \d+: /;

/** What a subject says of a merge, spans counted from its start; undefined where it says nothing of one. */
export function mergeSubject(message: string, start: number, end: number): MergeSubject | undefined {
  if (!message.startsWith('Merge', start) && !message.startsWith('ull request #', start + 1))
    return undefined;
  const subject = message.slice(start, end);
  if (!/^(?:Merge|[Pp]ull request #)/.test(subject)) return undefined;
  const git = BY_GIT.exec(subject);
  if (git?.[1] !== undefined) {
    const start = git[0].length - git[1].length;
    const merged: Span[] = [];
    for (const { 1: name, index } of git[1].matchAll(QUOTED))
      if (name !== undefined) merged.push({ start: start + index + 1, end: start + index + 1 + name.length });
    return { merged, title: undefined };
  }
  const asked = IN_FROM_TO.exec(subject) ?? FROM.exec(subject);
  if (asked?.[2] !== undefined) {
    const title = asked[1] ?? '';
    const at = title === '' ? -1 : subject.indexOf(title);
    const branch = subject.indexOf(` from ${asked[2]}`, Math.max(0, at + title.length)) + ' from '.length;
    return {
      merged: [{ start: branch, end: branch + asked[2].length }],
      title: at < 0 ? undefined : { start: at, end: at + title.length },
    };
  }
  const into = MERGED_IN.exec(subject);
  if (into?.[1] !== undefined)
    return {
      merged: [{ start: 'Merged in '.length, end: 'Merged in '.length + into[1].length }],
      title: undefined,
    };
  const azure = MERGED_PR.exec(subject);
  if (azure) return { merged: [], title: { start: azure[0].length, end: subject.length } };
  return undefined;
}
