/**
 * Why a line is there: line → commit → story → epic → objective and insights. The line is blamed in the committed
 * file: git would run the repository's filters on a working file, and it is the committed line that has a commit.
 */
import { mapOf, textsOf, valueOf } from '../../features/itemText.ts';
import { escapeMarkdown, shortened } from '../../features/markdown.ts';
import { commitFacts, type CommitFacts, type Located } from '../commitInfo.ts';
import { type LinkStrength, type Target } from '../directory.ts';
import { askGit, tryGit } from '../git/ask.ts';
import { itemRef, type ItemRef } from '../itemRef.ts';
import { lineAge } from '../lineAge.ts';
import { oldLineOf } from '../lineMap.ts';
import { itemsOf } from '../links.ts';
import type { Asked } from './asked.ts';
import { certain } from './asOfCommit.ts';

export interface WhyStory extends ItemRef {
  readonly strength: LinkStrength;
  readonly uncertain?: boolean;
  readonly epic?: ItemRef;
  readonly objective?: ItemRef;
  readonly insights: readonly ItemRef[];
}

export type Why =
  | {
      readonly found: true;
      readonly commit: Omit<CommitFacts, 'merged'>;
      /** Where the line stood in that commit. */
      readonly path: string;
      /** Empty where the commit names no item. */
      readonly stories: readonly WhyStory[];
      readonly markdown: string;
    }
  | {
      readonly found: false;
      /** One sentence: not committed yet, no repository, no git. */
      readonly message: string;
    };

export interface Line {
  /** From the top of the repository, with forward slashes. */
  readonly path: string;
  /** From 0. */
  readonly line: number;
  /** The text as the editor has it. */
  readonly text: string | undefined;
  /** Now, in seconds since 1970: for the age in words. */
  readonly now: number;
}

/** Blames one line. Throws a `GitRefusal` where git fails. */
export async function whyLine(asked: Asked, located: Located, line: Line): Promise<Why> {
  const { host } = asked;
  const { view } = located;
  const folder = view.repository.place.top;
  const { head } = view.refs;
  if (head === undefined) return { found: false, message: 'Nothing is committed in this repository yet.' };
  const committed = await tryGit(host, { folder, args: ['cat-file', 'blob', `${head}:${line.path}`] });
  if (committed === undefined) return { found: false, message: 'This file is not committed yet.' };
  const at = line.text === undefined ? line.line : oldLineOf(committed, line.text, line.line);
  if (at === undefined) return { found: false, message: 'This line is not committed yet.' };
  const out = await askGit(host, {
    folder,
    args: ['blame', '--porcelain', '--no-textconv', '-L', `${at + 1},${at + 1}`, head, '--', line.path],
  });
  const [id = ''] = out.split(' ');
  const path = /^filename (.*)$/m.exec(out)?.[1] ?? line.path;
  const commit = view.index.find(id);
  if (commit < 0) return { found: false, message: 'The commit of this line was not read yet.' };
  const stories = await storiesOf(asked, located, commit);
  const { merged: _merged, ...facts } = commitFacts(located, commit, stories[0]?.target.backlog);
  const told = stories.map(({ told: each }) => each);
  return { found: true, commit: facts, path, stories: told, markdown: markdownOf(facts, told, line.now) };
}

async function storiesOf(
  asked: Asked,
  located: Located,
  commit: number,
): Promise<readonly { readonly target: Target; readonly told: WhyStory }[]> {
  const settings = asked.directory.backlogs[0]?.backlog.config.commits;
  if (settings === undefined) return [];
  const stories: { readonly target: Target; readonly told: WhyStory }[] = [];
  for (const link of itemsOf(located.view, asked.directory, commit, settings)) {
    const { target, strength } = link;
    const [sure] = await certain(asked, target, located, [{ ...link, commit }]);
    if (sure === undefined) continue;
    stories.push({
      target,
      told: { ...context(target), strength, ...(sure.uncertain ? { uncertain: true } : {}) },
    });
  }
  return stories;
}

/** An item with what it is for; the story's own objective and insights win over those of its epic. */
function context(target: Target): Omit<WhyStory, 'strength'> {
  const { uri, backlog, item } = target;
  const epic = item.epic === undefined ? undefined : backlog.target('epic', item.epic);
  const objectiveId = item.objective ?? epic?.objective;
  const objective = objectiveId === undefined ? undefined : backlog.target('objective', objectiveId);
  const own = insightIds(target);
  const ids = own.length > 0 || epic === undefined ? own : insightIds({ ...target, item: epic });
  const insights = ids.flatMap((id) => backlog.target('insight', id) ?? []);
  return {
    ...itemRef(target),
    ...(epic === undefined ? {} : { epic: itemRef({ uri, backlog, item: epic }) }),
    ...(objective === undefined ? {} : { objective: itemRef({ uri, backlog, item: objective }) }),
    insights: insights.map((insight) => itemRef({ uri, backlog, item: insight })),
  };
}

function insightIds({ backlog, item }: Target): readonly string[] {
  const map = mapOf(backlog, item);
  return map === undefined ? [] : textsOf(valueOf(map, 'insights', item.slice.text), item.slice.text);
}

const MOST_TITLE = 200;

function markdownOf(commit: Omit<CommitFacts, 'merged'>, stories: readonly WhyStory[], now: number): string {
  const text = (words: string): string => escapeMarkdown(shortened(words, MOST_TITLE));
  const who = text(commit.person ?? commit.author);
  const lines = [
    `\`${commit.id.slice(0, 8)}\` ${text(commit.subject)}  \n${who}, ${lineAge(commit.time, now)}`,
  ];
  for (const story of stories) {
    const sure = story.uncertain === true ? ' (perhaps)' : '';
    lines.push(`**${text(story.id)}** ${text(story.title)}${sure}`);
    const above = [story.epic, story.objective, ...story.insights].filter((item) => item !== undefined);
    if (above.length > 0)
      lines.push(above.map(({ id, title }) => `- ${text(id)}: ${text(title)}`).join('\n'));
  }
  if (stories.length === 0) lines.push('This commit names no story.');
  return lines.join('\n\n');
}
