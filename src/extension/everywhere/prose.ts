/** Languages of words, where no mark says that a line is a comment. */
const PROSE: ReadonlySet<string> = new Set([
  'markdown',
  'plaintext',
  'git-commit',
  'scminput',
  'restructuredtext',
  'asciidoc',
  'latex',
  'org',
]);

export function isProse(languageId: string): boolean {
  return PROSE.has(languageId);
}
