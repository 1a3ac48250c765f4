/** The messages of LSP that the server handles, each as one value with the types of what comes and what is answered. */
import type { ResponseError } from 'vscode-jsonrpc';
import type {
  CodeAction,
  CodeActionParams,
  CodeLens,
  CodeLensParams,
  CompletionList,
  CompletionParams,
  DefinitionParams,
  DidChangeConfigurationParams,
  DidChangeTextDocumentParams,
  DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
  DidSaveTextDocumentParams,
  DocumentHighlight,
  DocumentHighlightParams,
  DocumentLink,
  DocumentLinkParams,
  DocumentSymbol,
  DocumentSymbolParams,
  ExecuteCommandParams,
  FoldingRange,
  FoldingRangeParams,
  Hover,
  HoverParams,
  InitializedParams,
  InlayHint,
  InlayHintParams,
  Location,
  PrepareRenameParams,
  ReferenceParams,
  RenameParams,
  SelectionRange,
  SelectionRangeParams,
  SemanticTokens,
  SemanticTokensParams,
  SemanticTokensRangeParams,
  SetTraceParams,
  SymbolInformation,
  WorkspaceEdit,
  WorkspaceSymbolParams,
} from 'vscode-languageserver-protocol';
import type { Message, PlanResult, Range } from '../protocol/lsp.ts';

type Request<Params, Result> = Message<string, Params, Result | null>;
type Notification<Params> = Message<string, Params, void>;

export const hover: Request<HoverParams, Hover> = { method: 'textDocument/hover' };
export const completion: Request<CompletionParams, CompletionList> = { method: 'textDocument/completion' };
export const definition: Request<DefinitionParams, Location[]> = { method: 'textDocument/definition' };
export const references: Request<ReferenceParams, Location[]> = { method: 'textDocument/references' };
export const documentSymbol: Request<DocumentSymbolParams, DocumentSymbol[]> = {
  method: 'textDocument/documentSymbol',
};
export const foldingRange: Request<FoldingRangeParams, FoldingRange[]> = {
  method: 'textDocument/foldingRange',
};
export const codeAction: Request<CodeActionParams, CodeAction[]> = { method: 'textDocument/codeAction' };
export const prepareRename: Request<
  PrepareRenameParams,
  { readonly range: Range; readonly placeholder: string }
> = {
  method: 'textDocument/prepareRename',
};
/** An error says why something can't have this name. */
export const rename: Request<RenameParams, WorkspaceEdit | ResponseError> = { method: 'textDocument/rename' };
export const workspaceSymbol: Request<WorkspaceSymbolParams, SymbolInformation[]> = {
  method: 'workspace/symbol',
};
export const inlayHint: Request<InlayHintParams, InlayHint[]> = { method: 'textDocument/inlayHint' };
export const codeLens: Request<CodeLensParams, CodeLens[]> = { method: 'textDocument/codeLens' };
export const codeLensResolve: Message<string, CodeLens, CodeLens | null> = { method: 'codeLens/resolve' };
export const semanticTokensFull: Request<SemanticTokensParams, SemanticTokens> = {
  method: 'textDocument/semanticTokens/full',
};
export const semanticTokensRange: Request<SemanticTokensRangeParams, SemanticTokens> = {
  method: 'textDocument/semanticTokens/range',
};
export const documentHighlight: Request<DocumentHighlightParams, DocumentHighlight[]> = {
  method: 'textDocument/documentHighlight',
};
export const selectionRange: Request<SelectionRangeParams, SelectionRange[]> = {
  method: 'textDocument/selectionRange',
};
export const documentLink: Request<DocumentLinkParams, DocumentLink[]> = {
  method: 'textDocument/documentLink',
};
export const executeCommand: Request<ExecuteCommandParams, PlanResult> = {
  method: 'workspace/executeCommand',
};

export const initialized: Notification<InitializedParams> = { method: 'initialized' };
export const setTrace: Notification<SetTraceParams> = { method: '$/setTrace' };
export const didChangeConfiguration: Notification<DidChangeConfigurationParams> = {
  method: 'workspace/didChangeConfiguration',
};
export const didOpen: Notification<DidOpenTextDocumentParams> = { method: 'textDocument/didOpen' };
export const didChange: Notification<DidChangeTextDocumentParams> = { method: 'textDocument/didChange' };
export const didSave: Notification<DidSaveTextDocumentParams> = { method: 'textDocument/didSave' };
export const didClose: Notification<DidCloseTextDocumentParams> = { method: 'textDocument/didClose' };
export const didChangeWatchedFiles: Notification<DidChangeWatchedFilesParams> = {
  method: 'workspace/didChangeWatchedFiles',
};
export const didChangeWorkspaceFolders: Notification<DidChangeWorkspaceFoldersParams> = {
  method: 'workspace/didChangeWorkspaceFolders',
};
