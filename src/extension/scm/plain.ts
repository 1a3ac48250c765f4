/** Texts of git and of backlogs where the editor would read more into them: icons, Markdown, commands. */
import * as vscode from 'vscode';

/** `$(bug)` stays text: the editor draws an icon for it otherwise. */
export function withoutIcons(text: string): string {
  // A word joiner, which is not seen, parts the sign from the bracket.
  return text.replaceAll('$(', '$\u2060(');
}

/** Paragraphs in which nothing is Markdown. */
export function plainLines(lines: readonly string[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  lines
    .filter((line) => line !== '')
    .forEach((line, at) => {
      if (at > 0) text.appendMarkdown('\n\n');
      text.appendText(line);
    });
  return text;
}
