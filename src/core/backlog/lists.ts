/** The lists of items that a backlog file may hold, in the order in which the format names them. */
export const LISTS = [
  'people',
  'teams',
  'personas',
  'objectives',
  'metrics',
  'insights',
  'decisions',
  'releases',
  'epics',
  'sprints',
  'stories',
] as const;

export type ListName = (typeof LISTS)[number];

const NAMES: ReadonlySet<string> = new Set(LISTS);

export function isListName(key: string): key is ListName {
  return NAMES.has(key);
}

/** What one item of a list is called. */
export const ITEM_NAMES = {
  people: 'person',
  teams: 'team',
  personas: 'persona',
  objectives: 'objective',
  metrics: 'metric',
  insights: 'insight',
  decisions: 'decision',
  releases: 'release',
  epics: 'epic',
  sprints: 'sprint',
  stories: 'story',
} as const satisfies Readonly<Record<ListName, string>>;
