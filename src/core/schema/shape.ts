/**
 * What a value of the file may be, compiled once from the zod schemas: the form that the checker, completion and
 * hover walk beside the syntax tree. zod stays the one place where the format is written down.
 */
export type RefKind =
  | 'item' // a story or an epic
  | 'epic'
  | 'sprint'
  | 'release'
  | 'objective'
  | 'metric'
  | 'insight'
  | 'person'
  | 'team';

/** What an item of such a kind is called in a sentence. */
export const REF_NAMES: Readonly<Record<RefKind, string>> = {
  item: 'story or epic',
  epic: 'epic',
  sprint: 'sprint',
  release: 'release',
  objective: 'objective',
  metric: 'metric',
  insight: 'insight',
  person: 'person',
  team: 'team',
};

/** Values that the team sets in its own file (`workflow`). */
export type TeamChoice = 'status' | 'estimate' | 'severity' | 'type';

export type Shape =
  | { readonly kind: 'any' }
  | {
      readonly kind: 'text';
      readonly multiline?: boolean;
      /** Words that people write in sentences, as opposed to names, paths and codes. */
      readonly prose?: boolean;
      readonly pattern?: RegExp;
      readonly patternHint?: string;
    }
  | { readonly kind: 'id' }
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly integer?: boolean }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'team'; readonly of: TeamChoice }
  | { readonly kind: 'ref'; readonly to: RefKind }
  | {
      readonly kind: 'list';
      readonly of: Shape;
      /** One bare entry stands for a list of one. */ readonly orOne: boolean;
    }
  | { readonly kind: 'record'; readonly key: Shape; readonly value: Shape }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, Field> }
  | { readonly kind: 'union'; readonly of: readonly Shape[] };

export interface Field {
  readonly key: string;
  readonly title: string;
  /** Markdown, one or two sentences: hover text and documentation. */
  readonly description: string;
  /** Values as they would be typed. */
  readonly examples: readonly string[];
  readonly required: boolean;
  readonly shape: Shape;
}

/** The keys that an item of a list may have, by the shapes of the top-level keys. */
export function fieldsOfItems(top: ReadonlyMap<string, Field>, list: string): ReadonlyMap<string, Field> {
  const shape = top.get(list)?.shape;
  const item = shape?.kind === 'list' ? shape.of : undefined;
  return item?.kind === 'object' ? item.fields : new Map<string, Field>();
}
