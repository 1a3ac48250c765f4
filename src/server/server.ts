/**
 * The language server, wired by hand: one connection, one session, one file per concern. Whatever a platform gives
 * comes in through the host, so that the same server runs over pipes, in an editor's process and in a test.
 */
import type { MessageConnection } from 'vscode-jsonrpc';
import { handleCommands } from './handlers/commands.ts';
import { handleCompletion } from './handlers/completion.ts';
import { handleDocuments } from './handlers/documents.ts';
import { handleEverywhere } from './handlers/everywhere.ts';
import { handleFiles } from './handlers/files.ts';
import { handleLanguage } from './handlers/language.ts';
import { handleLifeCycle } from './handlers/lifeCycle.ts';
import { handleQuality } from './handlers/quality.ts';
import { handleReading } from './handlers/reading.ts';
import { handleRefactor } from './handlers/refactor.ts';
import { handleRequests } from './handlers/requests.ts';
import { type ServerHost, Session } from './session.ts';

/** Answers the messages of a connection until it ends. */
export function startServer(connection: MessageConnection, host: ServerHost): Session {
  const session = new Session(connection, host);
  const files = handleFiles(session);
  handleLifeCycle(session, files);
  handleDocuments(session, files);
  handleLanguage(session);
  handleCompletion(session);
  handleRefactor(session);
  handleReading(session);
  handleEverywhere(session);
  handleRequests(session);
  handleQuality(session);
  handleCommands(session);
  connection.listen();
  return session;
}
