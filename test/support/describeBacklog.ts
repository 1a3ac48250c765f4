/** Everything that a model says, as one text with absolute offsets, so that two models can be compared. */
import type { Backlog } from '../../src/core/backlog/backlog.ts';
import type { Item } from '../../src/core/backlog/item.ts';

export function describeBacklog(backlog: Backlog): string {
  const { source } = backlog;
  const starts = new Map(source.slices.map((slice, index) => [slice, source.startOf(index)]));
  const at = (item: Item): number => starts.get(item.slice) ?? -1;
  const said = {
    text: source.toString(),
    slices: source.slices.map(({ kind, section, indent, listIndent, breaks, text }) => ({
      kind,
      section,
      indent,
      listIndent,
      breaks,
      text,
    })),
    config: backlog.config,
    items: backlog.items.map((item) => {
      const { slice: _slice, ...facts } = item;
      return { ...facts, start: at(item) };
    }),
    problems: backlog.problems().map(({ start, index, problem, item }) => ({
      start,
      index,
      problem,
      item: item && [item.id, at(item)],
    })),
    ids: backlog.items.map((item) => backlog.byId(item.id ?? '').length),
  };
  return JSON.stringify(said, (_key, value: unknown) => (value instanceof Map ? [...value] : value), 1);
}
