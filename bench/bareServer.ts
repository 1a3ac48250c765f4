/**
 * The limit: a language server that judges nothing. It publishes the same diagnostics at every change, which it is
 * given once, and answers a request with null.
 */
import process from 'node:process';
import {
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

interface ChangeParams {
  readonly textDocument: { readonly uri: string; readonly version: number };
}

const connection = createProtocolConnection(
  new StreamMessageReader(process.stdin),
  new StreamMessageWriter(process.stdout),
);
let diagnostics: PublishDiagnosticsParams['diagnostics'] = [];

const publish = ({ textDocument: { uri, version } }: ChangeParams): void => {
  void connection.sendNotification('textDocument/publishDiagnostics', { uri, version, diagnostics });
};
connection.onRequest('initialize', () => ({ capabilities: {} }));
connection.onRequest('bench/null', () => null);
connection.onNotification('bench/diagnostics', (given: PublishDiagnosticsParams['diagnostics']) => {
  diagnostics = given;
});
connection.onNotification('textDocument/didOpen', publish);
connection.onNotification('textDocument/didChange', publish);
connection.listen();
