/**
 * Messages and branch names with what each must name: `strength id`, the surest first; `?` behind what can't be told.
 * The backlogs: FN (once FIELD, with FN-12 that was FN-57, FIELD-88 and #123; FN-30 that was FN-31), API, and NEW,
 * which only changed its key from LEGACY.
 */
export interface MessageCase {
  readonly name: string;
  readonly message: string;
  readonly names: readonly string[];
}

const squashedByGit = `Squashed commit of the following:

commit 0123456789012345678901234567890123456789
Author: Ana Lima <ana@fieldnotes.example>
Date:   Mon Nov 23 10:00:00 2026 +0000

    FN-12: keep notes while offline

    As FN-13 asks.

    Story: FN-14

commit 1123456789012345678901234567890123456789
Author: Ben <ben@fieldnotes.example>
Date:   Mon Nov 23 11:00:00 2026 +0000

    Tidy up
`;

export const MESSAGES: readonly MessageCase[] = [
  // Small letters, where an id is meant as one.
  { name: 'small letters in brackets', message: 'fix: pay (fn-12)', names: ['subject FN-12'] },
  { name: 'several in brackets', message: 'Pay [fn-12, fn-13]', names: ['subject FN-12', 'subject FN-13'] },
  { name: 'small letters at the start', message: 'fn-12: pay', names: ['subject FN-12'] },
  { name: 'small letters alone', message: 'fn-12', names: ['subject FN-12'] },
  { name: 'small letters as a word', message: 'Print the fn-12 form', names: [] },
  { name: 'small letters among words in brackets', message: 'Print (the fn-12 form)', names: [] },
  { name: 'small letters in a body', message: 'Pay\n\n(fn-12)', names: [] },
  // Ids that are joined.
  { name: 'two joined by a hyphen', message: 'FN-12-FN-13 both', names: ['subject FN-12', 'subject FN-13'] },
  { name: 'two joined by a slash', message: 'FN-12/FN-13 both', names: ['subject FN-12', 'subject FN-13'] },
  { name: 'two joined by a comma', message: 'FN-12,FN-13 both', names: ['subject FN-12', 'subject FN-13'] },
  { name: 'two numbers of one key', message: 'FN-12&13 both', names: ['subject FN-12', 'subject FN-13'] },
  { name: 'a longer number behind a hyphen', message: 'CVE-2021-44228', names: [] },
  // Trailers.
  { name: 'a trailer', message: 'Keep notes\n\nStory: FN-12\n', names: ['trailer FN-12'] },
  {
    name: 'a trailer without a final newline',
    message: 'Keep notes\n\nStory: FN-12',
    names: ['trailer FN-12'],
  },
  {
    name: 'several values with commas',
    message: 'A\n\nStory: FN-12, FN-13,FN-14\n',
    names: ['trailer FN-12', 'trailer FN-13', 'trailer FN-14'],
  },
  {
    name: 'several values with spaces',
    message: 'A\n\nRefs: FN-12 FN-13\n',
    names: ['trailer FN-12', 'trailer FN-13'],
  },
  {
    name: 'several trailers of one key',
    message: 'A\n\nStory: FN-12\nStory: FN-13\n',
    names: ['trailer FN-12', 'trailer FN-13'],
  },
  {
    name: 'several keys',
    message: 'A\n\nStory: FN-12\nRefs: FN-13\nCloses: FN-14\n',
    names: ['trailer FN-12', 'trailer FN-13', 'trailer FN-14'],
  },
  {
    name: 'a folded value',
    message: 'A\n\nStory: FN-12,\n  FN-13\n',
    names: ['trailer FN-12', 'trailer FN-13'],
  },
  { name: 'a value on the next line', message: 'A\n\nStory:\n FN-12\n', names: ['trailer FN-12'] },
  { name: 'a key in other letters', message: 'A\n\nSTORY: FN-12\n', names: ['trailer FN-12'] },
  { name: 'an id in small letters', message: 'A\n\nStory: fn-12\n', names: ['trailer FN-12'] },
  { name: 'no space behind the colon', message: 'A\n\nStory:FN-12\n', names: ['trailer FN-12'] },
  { name: 'spaces before the colon', message: 'A\n\nStory : FN-12\n', names: ['trailer FN-12'] },
  { name: 'CRLF', message: 'A\r\n\r\nBody\r\n\r\nStory: FN-12\r\n', names: ['trailer FN-12'] },
  {
    name: 'CRLF and folded',
    message: 'A\r\n\r\nStory: FN-12,\r\n\tFN-13\r\n',
    names: ['trailer FN-12', 'trailer FN-13'],
  },
  {
    name: 'beside signatures',
    message: 'A\n\nStory: FN-12\nSigned-off-by: Ana <ana@x.example>\nCo-authored-by: Ben <ben-1@x.example>\n',
    names: ['trailer FN-12'],
  },
  {
    name: 'behind a cherry-pick',
    message: 'A\n\nStory: FN-12\n(cherry picked from commit 0123456)\n',
    names: ['trailer FN-12'],
  },
  {
    name: 'in a mixed block that git signed',
    message: 'A\n\nsome words\nStory: FN-12\nSigned-off-by: A <a@x.example>\n',
    names: ['trailer FN-12'],
  },
  { name: 'in a mixed block of words', message: 'A\n\nsome words\nStory: FN-12\n', names: ['mention FN-12'] },
  {
    name: 'not in the last paragraph',
    message: 'A\n\nStory: FN-12\n\nMore words.\n',
    names: ['mention FN-12'],
  },
  { name: 'as the title', message: 'Story: FN-12\n', names: ['subject FN-12'] },
  { name: 'with blank lines behind it', message: 'A\n\nStory: FN-12\n\n\n', names: ['trailer FN-12'] },
  {
    name: 'with comments behind it',
    message: 'A\n\nStory: FN-12\n# Please enter the message\n',
    names: ['trailer FN-12'],
  },
  { name: 'with a space in its key', message: 'A\n\nUser Story: FN-12\n', names: ['mention FN-12'] },
  { name: 'of somebody else', message: 'A\n\nReviewed-in: FN-12\n', names: ['mention FN-12'] },
  { name: 'of somebody else, in small letters', message: 'A\n\nReviewed-in: fn-12\n', names: [] },
  {
    name: 'with an address',
    message: 'A\n\nRefs: https://tracker.example/browse/FIELD-88\n',
    names: ['trailer FN-12'],
  },
  { name: 'with an empty value', message: 'A\n\nStory:\n', names: [] },
  { name: 'of an unknown story', message: 'A\n\nStory: FN-999\n', names: [] },
  { name: 'of an epic', message: 'A\n\nStory: FN-1\n', names: ['trailer FN-1'] },
  {
    name: 'surer than the subject',
    message: 'FN-12: keep notes\n\nStory: FN-12\n',
    names: ['trailer FN-12'],
  },
  {
    name: 'with other stories in the subject',
    message: 'FN-13: keep notes\n\nStory: FN-12\n',
    names: ['trailer FN-12', 'subject FN-13'],
  },
  { name: 'of another open backlog', message: 'A\n\nStory: API-7\n', names: ['trailer API-7'] },

  // Subjects and bodies.
  { name: 'a subject that begins with the id', message: 'FN-12: keep notes', names: ['subject FN-12'] },
  { name: 'a subject with brackets', message: '[FN-12] Keep notes', names: ['subject FN-12'] },
  { name: 'a subject that ends with the id', message: 'Keep notes (FN-12)', names: ['subject FN-12'] },
  { name: 'a subject over two lines', message: 'Keep notes\nfor FN-12\n\nBody', names: ['subject FN-12'] },
  {
    name: 'a subject with two ids',
    message: 'FN-12/FN-13: keep notes',
    names: ['subject FN-12', 'subject FN-13'],
  },
  { name: 'a body', message: 'Keep notes\n\nThis is what FN-12 asked for.\n', names: ['mention FN-12'] },
  {
    name: 'a list in a body',
    message: 'Keep notes\n\n* FN-12 done\n* FN-13 too\n',
    names: ['mention FN-12', 'mention FN-13'],
  },
  { name: 'a scope', message: 'feat(FN-12): keep notes', names: ['subject FN-12'] },
  { name: 'a scope in small letters', message: 'fix(fn-12)!: keep notes', names: ['subject FN-12'] },
  {
    name: 'a scope with two ids',
    message: 'feat(FN-12,FN-13): keep notes',
    names: ['subject FN-12', 'subject FN-13'],
  },
  { name: 'a scope that is none', message: 'feat(sync): keep notes', names: [] },
  { name: 'a fixup', message: 'fixup! FN-12: keep notes', names: ['subject FN-12'] },
  {
    name: 'a revert',
    message: 'Revert "FN-12: keep notes"\n\nThis reverts commit 0123456.\n',
    names: ['subject FN-12'],
  },
  { name: 'an emoji before it', message: '✨FN-12 keep notes', names: ['subject FN-12'] },
  { name: 'the end of a sentence', message: 'Keep notes\n\nAs said in FN-12.\n', names: ['mention FN-12'] },

  // Former ids.
  { name: 'a former number', message: 'FN-57: keep notes', names: ['subject FN-12'] },
  { name: 'an id of a former tracker', message: 'FIELD-88 keep notes', names: ['subject FN-12'] },
  { name: 'an unknown id of a former tracker', message: 'FIELD-12 keep notes', names: [] },
  { name: 'a number that an item once had', message: 'Keep notes (#123)', names: ['subject FN-12'] },
  { name: 'a number that none had', message: 'Keep notes (#124)', names: [] },
  { name: 'a number in another repository', message: 'Keep notes, see team/other#123', names: [] },
  { name: 'a key that was changed', message: 'LEGACY-3: keep notes', names: ['subject NEW-3'] },
  {
    name: 'an id that another item bears now',
    message: 'A\n\nStory: FN-31\n',
    names: ['trailer FN-31 ?', 'trailer FN-30 ?'],
  },

  // Look-alikes.
  { name: 'an encoding', message: 'Read UTF-8 and UTF-16', names: [] },
  { name: 'a standard', message: 'Write dates as ISO-8601', names: [] },
  { name: 'an advisory', message: 'Fix CVE-2021-44228 and FN-2021-1', names: [] },
  { name: 'a longer number', message: 'FN-120 is another story, FN-1234567890123 too', names: [] },
  { name: 'zeros before the number', message: 'FN-012 is no id', names: [] },
  { name: 'a version', message: 'Update FN-12.5', names: [] },
  { name: 'a part of a word', message: 'Rename XFN-12, FN-12x and my_FN-12', names: [] },
  { name: 'a part of a longer key', message: 'Close PRE-FN-12', names: [] },
  { name: 'small letters in words', message: 'Keep fn-12 notes', names: [] },
  { name: 'a colour and an entity', message: 'Use #123abc and &#123;', names: [] },
  { name: 'no number', message: 'Keep FN- notes and #', names: [] },

  // Other languages.
  { name: 'Chinese without spaces', message: '修复FN-12同步问题', names: ['subject FN-12'] },
  { name: 'Japanese', message: 'オフライン同期（FN-12）を追加', names: ['subject FN-12'] },
  { name: 'Korean with a particle', message: 'FN-12를 고침', names: ['subject FN-12'] },
  { name: 'German', message: 'Prüft Übertragung für FN-12', names: ['subject FN-12'] },
  { name: 'a letter with an accent before it', message: 'éFN-12', names: [] },
  { name: 'Arabic', message: 'إصلاح FN-12 الآن', names: ['subject FN-12'] },
  {
    name: 'a trailer below Russian words',
    message: 'Сохранить заметки\n\nStory: FN-12\n',
    names: ['trailer FN-12'],
  },

  // Merges and squashes.
  { name: 'a merge', message: "Merge branch 'feature/FN-12-sync'", names: ['branch FN-12'] },
  {
    name: 'a merge in small letters',
    message: "Merge branch 'feature/fn-12-sync' into 'main'",
    names: ['branch FN-12'],
  },
  {
    name: 'a merge of the main branch into the story',
    message: "Merge branch 'main' into feature/FN-12-sync",
    names: [],
  },
  {
    name: 'a merge from a remote',
    message: "Merge remote-tracking branch 'origin/FN-12'",
    names: ['branch FN-12'],
  },
  {
    name: 'a merge of several branches',
    message: "Merge branches 'FN-12-a', 'FN-13-b' and 'fix'",
    names: ['branch FN-12', 'branch FN-13'],
  },
  {
    name: 'a pull request',
    message: 'Merge pull request #123 from ana/feature/FN-12-sync\n\nKeep notes',
    names: ['branch FN-12'],
  },
  {
    name: 'a pull request with its title',
    message: 'Merge pull request #45 from ana/notes\n\nFN-13: keep notes\n',
    names: ['mention FN-13'],
  },
  {
    name: 'a pull request of Gitea',
    message: "Merge pull request 'FN-13: keep notes' (#45) from feature/FN-12-sync into main",
    names: ['subject FN-13', 'branch FN-12'],
  },
  {
    name: 'a merge by Bitbucket',
    message: 'Merged in feature/FN-12-sync (pull request #123)',
    names: ['branch FN-12'],
  },
  {
    name: 'a merge by Bitbucket Server',
    message: 'Pull request #4: FN-13 keep notes in TEAM/app from FN-12-sync to main',
    names: ['subject FN-13', 'branch FN-12'],
  },
  { name: 'a merge by Azure', message: 'Merged PR 123: FN-13 keep notes', names: ['subject FN-13'] },
  {
    name: 'a squash by git',
    message: squashedByGit,
    names: ['trailer FN-14', 'subject FN-12', 'mention FN-13'],
  },
  {
    name: 'a squash by a site',
    message:
      'Keep notes (#45)\n\n* FN-12: keep notes\n\nas FN-14 asks\n\n* tests\n\nStory: FN-13\n\n* more\n',
    names: ['trailer FN-13', 'subject FN-12', 'mention FN-14'],
  },

  // Nothing.
  { name: 'an empty message', message: '', names: [] },
  { name: 'blank lines', message: '\n\n \n', names: [] },
  { name: 'a title behind blank lines', message: '\n\nFN-12: keep notes\n', names: ['subject FN-12'] },
];

export interface BranchCase {
  readonly branch: string;
  readonly names: readonly string[];
}

export const BRANCHES: readonly BranchCase[] = [
  { branch: 'feature/FN-12-sync', names: ['FN-12'] },
  { branch: 'FN-12', names: ['FN-12'] },
  { branch: 'fn-12-sync', names: ['FN-12'] },
  { branch: 'ana/bug/fn-12', names: ['FN-12'] },
  { branch: 'FN-12_sync', names: ['FN-12'] },
  { branch: 'feature_FN-12', names: ['FN-12'] },
  { branch: 'feature/FN-12-2-phones', names: ['FN-12'] },
  { branch: 'sync-fn-12-fn-13', names: ['FN-12', 'FN-13'] },
  { branch: 'origin/feature/FIELD-88-sync', names: ['FN-12'] },
  { branch: 'story/OLD_APP-4', names: ['FN-13'] },
  { branch: 'feature/FN-120', names: [] },
  { branch: 'release/FN-1.2', names: [] },
  { branch: 'feature/utf-8', names: [] },
  { branch: 'feature/fn12', names: [] },
  { branch: 'main', names: [] },
  { branch: '$(touch x)-FN-12', names: ['FN-12'] },
];
