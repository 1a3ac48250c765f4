/** Colours a text with the backlog grammar, the way the editor does: vscode-textmate on the oniguruma engine. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import type { IGrammar } from 'vscode-textmate';

export interface Token {
  readonly line: number;
  readonly text: string;
  /** Without the grammar's own root scope. */
  readonly scopes: readonly string[];
}

const SCOPE = 'source.backlog';
const GRAMMAR = new URL('../../syntaxes/backlog.tmLanguage.json', import.meta.url);

export function grammarSource(): string {
  return readFileSync(GRAMMAR, 'utf8');
}

export async function loadBacklogGrammar(): Promise<IGrammar> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(new Uint8Array(readFileSync(wasm)));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scope) =>
      Promise.resolve(
        scope === SCOPE ? textmate.parseRawGrammar(grammarSource(), 'backlog.tmLanguage.json') : null,
      ),
  });
  const grammar = await registry.loadGrammar(SCOPE);
  if (grammar === null) throw new Error('the grammar could not be loaded');
  return grammar;
}

export function tokenize(grammar: IGrammar, text: string): Token[] {
  let state = textmate.INITIAL;
  const tokens: Token[] = [];
  for (const [line, content] of text.split(/\r?\n/).entries()) {
    const result = grammar.tokenizeLine(content, state);
    for (const { startIndex, endIndex, scopes } of result.tokens) {
      tokens.push({ line, text: content.slice(startIndex, endIndex), scopes: scopes.slice(1) });
    }
    state = result.ruleStack;
  }
  return tokens;
}
