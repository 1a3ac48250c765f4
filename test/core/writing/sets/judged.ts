/** Backlogs of sentences, and what the rules between them say of each. */
import { Backlog } from '../../../../src/core/backlog/backlog.ts';
import type { Problem } from '../../../../src/core/backlog/problem.ts';

/** A backlog with a story for each sentence: `FN-1`, `FN-2`, …, all of them ready. */
export function storiesOf(...sentences: readonly string[]): string {
  const stories = sentences.map(
    (sentence, i) =>
      `  - id: FN-${i + 1}\n    title: Story ${i + 1}\n    status: ready\n    story: ${JSON.stringify(sentence)}\n`,
  );
  return `stories:\n${stories.join('')}`;
}

/** What one rule says: the item, the marked text and the sentence. */
export function said(backlog: Backlog, rule: string): readonly string[] {
  return backlog
    .finish()
    .problems()
    .filter(({ problem }) => problem.rule === rule)
    .map(
      ({ slice, problem, item }) => `${item?.id ?? '-'} [${marked(slice.text, problem)}] ${problem.message}`,
    );
}

function marked(text: string, { start, end }: Problem): string {
  return text.slice(start, end);
}

/** The items that one rule speaks of. */
export function concerned(text: string, rule: string): readonly string[] {
  return said(Backlog.read(text), rule).map((line) => line.split(' ', 1)[0] ?? '');
}
