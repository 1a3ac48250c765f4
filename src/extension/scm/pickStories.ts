/** Asks for stories, the likely ones first: the active story, then what is in progress, then by recency. */
import * as vscode from 'vscode';
import { type MessageCandidate, storyCandidatesRequest } from '../../protocol/commits.ts';
import type { Scm } from './context.ts';
import { withoutIcons } from './plain.ts';
import type { StoryRef } from './scmCommands.ts';

export interface StoryItem extends vscode.QuickPickItem {
  readonly story: StoryRef;
}

/** Stories that a picker offers; in a larger backlog the ones further down are found by filtering the tree. */
const MOST = 2000;

export async function storyItems(
  { app }: Scm,
  repository: string | undefined,
  active: StoryRef | undefined,
): Promise<readonly StoryItem[]> {
  const candidates = await app.link.request(storyCandidatesRequest, {
    ...(repository === undefined ? {} : { repository }),
    ...(active === undefined ? {} : { active }),
    limit: MOST,
  });
  return candidates.map(itemOf);
}

function itemOf({ uri, id, title, detail }: MessageCandidate): StoryItem {
  return { label: withoutIcons(`${id} ${title}`), description: withoutIcons(detail), story: { uri, id } };
}

/** Empty where the person changed their mind. */
export async function pickStories(
  items: readonly StoryItem[],
  title: string,
  picked: (story: StoryRef) => boolean,
): Promise<readonly StoryRef[]> {
  const chosen = await vscode.window.showQuickPick(
    items.map((item) => ({ ...item, picked: picked(item.story) })),
    { title, canPickMany: true, matchOnDescription: true, placeHolder: vscode.l10n.t('Id or words') },
  );
  return (chosen ?? []).map(({ story }) => story);
}
