/**
 * Completion of ids in commit messages: in the commit box of the source control view and in git's own editor. Answers
 * at once, from what is held; hovers there come from what describes ids in every file.
 */
import * as vscode from 'vscode';
import type { MessageCandidate } from '../../protocol/commits.ts';
import type { Row } from '../../protocol/snapshot.ts';
import type { App } from '../app.ts';
import type { Candidates } from './candidates.ts';
import { repositoryOf } from './messages.ts';
import type { Git } from './git.ts';
import { TRIGGERS, type WantedId, wantedAt } from './messageWords.ts';

/** The commit box, and the file that git opens in an editor. */
export const MESSAGES: vscode.DocumentSelector = [
  { scheme: 'vscode-scm', language: 'scminput' },
  { language: 'git-commit' },
  { pattern: '**/COMMIT_EDITMSG' },
];

/** Stories beyond the held ones that are offered by their ids. */
const MOST_OTHERS = 100;

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly insert: string;
  readonly markdown: string;
}

export function completeMessages(app: App, git: Git, candidates: Candidates): vscode.Disposable {
  const provider: vscode.CompletionItemProvider = {
    provideCompletionItems(document, position) {
      const { text } = document.lineAt(position.line);
      const line = { text, number: position.line, character: position.character };
      const wanted = wantedAt(
        line,
        app.store.backlogs.map(({ productKey }) => productKey),
      );
      if (wanted === undefined) return undefined;
      const repository = repositoryOf(git, document);
      const held = candidates.of(repository?.rootUri.toString());
      const entries = [...matching(held, wanted), ...others(app, held, wanted)];
      const range = new vscode.Range(position.line, wanted.start, position.line, position.character);
      const items = entries.map((entry, at) => itemOf(entry, at, wanted, range));
      // Ids beyond the held ones are looked for by what is typed.
      return new vscode.CompletionList(items, wanted.by === 'id' || held.length === 0);
    },
  };
  return vscode.languages.registerCompletionItemProvider(MESSAGES, provider, ...TRIGGERS);
}

function matching(held: readonly MessageCandidate[], { typed, by }: WantedId): readonly Entry[] {
  if (by === 'words') return held;
  const begin = typed.toUpperCase();
  return held.filter(({ id }) => id.toUpperCase().startsWith(begin));
}

/** Stories whose ids begin with what was typed, in rank order. */
function others(app: App, held: readonly MessageCandidate[], { typed }: WantedId): readonly Entry[] {
  const begin = typed.replace(/^#/, '').toUpperCase();
  // Without a digit it would be all of them, and the ones that are near at hand are there already.
  if (held.length > 0 && !/\d$/.test(begin)) return [];
  const known = new Set(held.map(({ id }) => id));
  const found: Entry[] = [];
  for (const { rows } of app.store.backlogs)
    for (const row of rows) {
      if (found.length >= MOST_OTHERS) return found;
      if (isOffered(row, begin) && !known.has(row.id ?? '')) found.push(entryOf(row));
    }
  return found;
}

function isOffered({ list, id }: Row, begin: string): boolean {
  return list === 'stories' && id?.toUpperCase().startsWith(begin) === true;
}

function entryOf({ id = '', title, status = '', assignees = [] }: Row): Entry {
  const detail = [status, ...assignees].filter((part) => part !== '').join(' · ');
  return { id, title, detail, insert: id, markdown: '' };
}

function itemOf(entry: Entry, at: number, wanted: WantedId, range: vscode.Range): vscode.CompletionItem {
  const { id, title, detail, insert, markdown } = entry;
  const label = { label: id, description: title };
  const item = new vscode.CompletionItem(label, vscode.CompletionItemKind.Reference);
  item.detail = detail;
  item.insertText = insert;
  item.range = range;
  item.sortText = String(at).padStart(5, '0');
  item.filterText = filterOf(entry, wanted);
  // The first one is what the person most likely works on.
  item.preselect = at === 0;
  if (markdown !== '') item.documentation = new vscode.MarkdownString(markdown);
  return item;
}

/** The editor compares it with all that the id will replace. */
function filterOf({ id, title }: Entry, { typed, by }: WantedId): string {
  if (by === 'id') return id;
  return `${typed.startsWith('#') ? '#' : ''}${id} ${title}`;
}
