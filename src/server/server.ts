/**
 * The language server, wired by hand: one connection, one session, one file per concern. Whatever a platform gives
 * comes in through the host, so that the same server runs over pipes, in an editor's process and in a test.
 */
import type { MessageConnection } from 'vscode-jsonrpc';
import { handleDocuments } from './handlers/documents.ts';
import { handleFiles } from './handlers/files.ts';
import { handleLanguage } from './handlers/language.ts';
import { handleLifeCycle } from './handlers/lifeCycle.ts';
import { handleReading } from './handlers/reading.ts';
import { handleRequests } from './handlers/requests.ts';
import { describeRequest, keysRequest, locateRequest } from '../protocol/everywhere.ts';
import { COMMIT_REQUESTS } from '../protocol/commits.ts';
import { planRequest } from '../protocol/lsp.ts';
import { planningRequest, similarRequest, storyFactsRequest } from '../protocol/planning.ts';
import { teamSettingsRequest } from '../protocol/teamSettings.ts';
import { qualityItemsRequest, qualityRequest } from '../protocol/quality.ts';
import { itemPartsRequest, namesRequest } from '../protocol/refactor.ts';
import { STORY_PAGE_REQUESTS } from '../protocol/storyPage.ts';
import { onFirstRequest } from './listen.ts';
import * as messages from './messages.ts';
import { type ServerHost, Session } from './session.ts';

/** Answers the messages of a connection until it ends. */
export function startServer(connection: MessageConnection, host: ServerHost): Session {
  const session = new Session(connection, host);
  const files = handleFiles(session);
  handleLifeCycle(session, files);
  handleDocuments(session, files);
  handleLanguage(session);
  handleReading(session);
  handleRequests(session);
  handleLater(session);
  connection.listen();
  return session;
}

/** What is asked for only after a while, if at all. */
function handleLater(session: Session): void {
  onFirstRequest(
    session,
    [messages.completion],
    async () => (await import('./handlers/completion.ts')).handleCompletion,
  );
  onFirstRequest(session, COMMIT_REQUESTS, async () => (await import('./handlers/commits.ts')).handleCommits);
  onFirstRequest(session, [planRequest], async () => (await import('./handlers/plan.ts')).handlePlan);
  onFirstRequest(
    session,
    [messages.codeAction, messages.prepareRename, messages.rename, itemPartsRequest, namesRequest],
    async () => (await import('./handlers/refactor.ts')).handleRefactor,
  );
  onFirstRequest(
    session,
    [messages.executeCommand],
    async () => (await import('./handlers/commands.ts')).handleCommands,
  );
  onFirstRequest(
    session,
    [keysRequest, describeRequest, locateRequest],
    async () => (await import('./handlers/everywhere.ts')).handleEverywhere,
  );
  onFirstRequest(
    session,
    STORY_PAGE_REQUESTS,
    async () => (await import('./handlers/storyPage.ts')).handleStoryPage,
  );
  onFirstRequest(
    session,
    [qualityRequest, qualityItemsRequest],
    async () => (await import('./handlers/quality.ts')).handleQuality,
  );
  onFirstRequest(
    session,
    [planningRequest, storyFactsRequest, similarRequest],
    async () => (await import('./handlers/planning.ts')).handlePlanning,
  );
  onFirstRequest(
    session,
    [teamSettingsRequest],
    async () => (await import('./handlers/teamSettings.ts')).handleTeamSettings,
  );
}
