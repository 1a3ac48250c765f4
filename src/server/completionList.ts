/** Completion as LSP has it: ranges for spans, and snippets for what is to be filled in, where the client knows them. */
import type { CompletionItem, CompletionItemKind, CompletionList } from 'vscode-languageserver-protocol';
import type { CompletionEntry, Completions } from '../core/features/completion/entry.ts';
import type { SlicedText } from '../core/yaml/slicedText.ts';
import { rangeOf } from './convert.ts';

/** LSP's numbers: property, enum member, reference, snippet and value. */
const COMPLETION_KINDS: Readonly<Record<CompletionEntry['kind'], CompletionItemKind>> = {
  key: 10,
  value: 20,
  id: 18,
  entry: 15,
  words: 12,
};

/** `InsertTextMode.asIs`: the lines of an entry are indented already. */
const AS_IS = 1;
/** `InsertTextFormat.Snippet`. */
const SNIPPET = 2;

/** What a client can show of completions. */
export interface CompletionSupport {
  readonly snippets: boolean;
  /** Asks the editor to offer at once what may come behind a chosen entry. */
  readonly retrigger: boolean;
}

export function completionListOf(
  source: SlicedText,
  completions: Completions,
  support: CompletionSupport,
): CompletionList {
  const range = rangeOf(source, completions.replace);
  const items = completions.entries.map((entry, index): CompletionItem => {
    const { label, detail, documentation, filter, kind, replace, again } = entry;
    const snippet = support.snippets && hasPlaces(entry);
    const newText = snippet ? snippetOf(entry) : entry.insert;
    return {
      label,
      kind: COMPLETION_KINDS[kind],
      sortText: String(index).padStart(4, '0'),
      textEdit: { range: replace === undefined ? range : rangeOf(source, replace), newText },
      insertTextMode: AS_IS,
      ...(snippet ? { insertTextFormat: SNIPPET } : {}),
      ...(detail === undefined || detail === '' ? {} : { detail }),
      ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: documentation } }),
      ...(filter === undefined ? {} : { filterText: filter }),
      ...(support.retrigger && again === true
        ? { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } }
        : {}),
    };
  });
  return { isIncomplete: !completions.complete, items };
}

/** Whether there is anything to fill in before the end. */
function hasPlaces({ insert, stops = [] }: CompletionEntry): boolean {
  const [first] = stops;
  return first !== undefined && (stops.length > 1 || first.start < insert.length);
}

/** The text with `${1:example}` for each place, and `$0` for the last. */
function snippetOf({ insert, stops = [] }: CompletionEntry): string {
  const escape = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
  let text = '';
  let at = 0;
  stops.forEach(({ start, end }, i) => {
    const number = i === stops.length - 1 ? 0 : i + 1;
    const example = escape(insert.slice(start, end));
    text += escape(insert.slice(at, start)) + (example === '' ? `$${number}` : `\${${number}:${example}}`);
    at = end;
  });
  return text + escape(insert.slice(at));
}
