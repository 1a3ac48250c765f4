/** What a story still lacks to be ready, with what the draft gives it. Pure. */
import type { PlannedRow, PlanningFacts, StoryDraft, StoryFacts } from '../../protocol/panels/planning.ts';

const GIVEN = ['sprint', 'estimate', 'assignee'] as const;

/**
 * The fields, in the team's order.
 * @param row as the file has it
 */
export function lacksNow(
  { lacks }: StoryFacts,
  row: PlannedRow,
  draft: StoryDraft | undefined,
  { ready }: PlanningFacts,
): readonly string[] {
  if (draft === undefined) return lacks;
  const type = row.type ?? 'story';
  const wanted = Object.hasOwn(ready, type) ? (ready[type] ?? []) : [];
  const missing = new Set(lacks);
  for (const field of GIVEN) {
    const to = draft[field]?.to;
    if (to === undefined || !wanted.includes(field)) continue;
    if (to === null || to.length === 0) missing.add(field);
    else missing.delete(field);
  }
  return wanted.filter((field) => missing.has(field));
}
