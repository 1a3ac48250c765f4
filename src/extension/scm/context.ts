/** What the commands about commits work with, and what they all do: find git, or say what is missing. */
import * as vscode from 'vscode';
import type { App } from '../app.ts';
import { withoutIcons } from './plain.ts';
import { noBacklog } from './sentences.ts';
import type { ActiveStory } from './active.ts';
import type { Candidates } from './candidates.ts';
import type { Git } from './git.ts';
import type { GitApi } from './gitApi.ts';

export interface Scm {
  readonly app: App;
  readonly git: Git;
  readonly active: ActiveStory;
  readonly candidates: Candidates;
}

/** Undefined where the person was told what is missing. */
export function gitOf({ app, git }: Scm): GitApi | undefined {
  const { api, missing } = git;
  if (api === undefined) tell(missing ?? '');
  else if (app.store.backlogs.length === 0) tell(noBacklog());
  else return api;
  return undefined;
}

/** One sentence; not awaited, since a command is done when the person has been told. */
export function tell(message: string): void {
  void vscode.window.showWarningMessage(message);
}

/** Milliseconds that a sentence stays in the status bar. */
const STAY = 10_000;

/** Says that something was done, without asking for attention. */
export function say(message: string): void {
  vscode.window.setStatusBarMessage(withoutIcons(message), STAY);
}

/** What went wrong in git, in its own last words. */
export function gitError(error: unknown): string {
  const stderr =
    typeof error === 'object' && error !== null && 'stderr' in error && typeof error.stderr === 'string'
      ? error.stderr
      : '';
  const said = stderr.trim() === '' ? (error instanceof Error ? error.message : String(error)) : stderr;
  const [line = ''] = said.trim().split('\n');
  return line.replace(/^(?:error|fatal):\s*/, '').slice(0, 300);
}
