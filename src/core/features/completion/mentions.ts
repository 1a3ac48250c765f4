/** `@person` in a note. */
import type { CompletionEntry } from './entry.ts';
import type { Scene } from './scene.ts';

export function mentionEntries({ backlog, typed }: Scene): readonly CompletionEntry[] {
  const { before, after } = typed;
  const begun = /(?:^|[\s(,;:])@([\w.-]*)$/.exec(before)?.[1];
  if (begun === undefined) return [];
  const swallowed = /^[\w.-]*/.exec(after)?.[0].length ?? 0;
  return backlog.list('people').flatMap(({ id, title }) => {
    if (id === undefined) return [];
    const text = `@${id}`;
    const shown = { label: text, kind: 'id', filter: `${text} ${title ?? ''}`.trim() } as const;
    const form = { text, stops: [{ start: text.length, end: text.length }] };
    const told = title === undefined ? shown : { ...shown, detail: title };
    return typed.entry(told, before.length - begun.length - 1, form, swallowed) ?? [];
  });
}
