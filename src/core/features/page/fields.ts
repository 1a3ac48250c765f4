/** The fields of a page that have pickers or one small value, in the order in which they are shown. */
import type { Config } from '../../backlog/config.ts';
import { fieldsOf } from '../../operations/validate.ts';
import type { Field, RefKind, Shape } from '../../schema/shape.ts';
import { type Node, pairOf } from '../../yaml/node.ts';
import { wordEntries } from './lists.ts';
import type { FieldKind, PageField, PageRef, RefList } from './pageData.ts';
import { refOf, refTo } from './refs.ts';
import { type PageScene, shownText } from './scene.ts';

const STORY = [
  'status',
  'type',
  'estimate',
  'priority',
  'assignee',
  'sprint',
  'epic',
  'release',
  'objective',
  'severity',
  'labels',
];
const EPIC = ['status', 'horizon', 'priority', 'assignee', 'estimate', 'release', 'objective', 'labels'];
const LAST = ['dropped_because', 'private', 'was'];
const OUTCOME = ['metric', 'expect', 'check', 'result'];

/** What the page shows elsewhere. */
const ELSEWHERE = new Set([
  'id',
  'title',
  'story',
  'description',
  'acceptance',
  'tasks',
  'notes',
  'links',
  'insights',
  'depends_on',
  'score',
  'blocked',
  'outcome',
]);

export function pageFields(scene: PageScene): readonly PageField[] {
  const { backlog, item } = scene;
  const known = fieldsOf(backlog, item.list);
  const first = item.list === 'epics' ? EPIC : STORY;
  const own = [...backlog.config.customFields.keys()];
  const rest = [...known.keys()].filter(
    (key) => !ELSEWHERE.has(key) && !first.includes(key) && !own.includes(key) && !LAST.includes(key),
  );
  const last = LAST.filter((key) => key === 'private' || scene.value(key) !== undefined);
  const shown = rest.filter((key) => scene.value(key) !== undefined);
  const keys = [...first, ...own, ...undeclared(scene, known), ...shown, ...last];
  const fields = keys.map((key) => fieldOf(scene, key, known.get(key)));
  return [...fields, ...outcomeOf(scene, known.get('outcome'))];
}

/** Keys of the team's own that nobody declared, as long as they hold one text. */
function undeclared(scene: PageScene, known: ReadonlyMap<string, Field>): readonly string[] {
  return scene.keys.filter(
    (key) => key.startsWith('x-') && !known.has(key) && scene.value(key)?.kind === 'scalar',
  );
}

/** Keys that the page has no field for. */
export function otherKeys(scene: PageScene, fields: readonly PageField[]): readonly string[] {
  const shown = new Set(fields.map(({ path }) => path.split('.')[0]));
  const isEpic = scene.item.list === 'epics';
  return scene.keys.filter((key) => {
    if (isEpic && (key === 'acceptance' || key === 'tasks')) return true;
    return !ELSEWHERE.has(key) && !shown.has(key);
  });
}

function fieldOf(scene: PageScene, key: string, field: Field | undefined): PageField {
  const node = scene.value(key);
  const shape = field?.shape ?? { kind: 'text' };
  const kind = kindOf(shape);
  const isList = kind === 'words' || kind === 'references';
  const marked = scene.marked(key, node, wrongKind(node, isList));
  const to = refIn(shape);
  const otherwise = otherwiseOf(scene, key);
  const common = {
    ...marked,
    title: field?.title ?? key,
    help: field?.description ?? '',
    kind,
    ...(to === undefined ? {} : { to: LISTS[to] }),
    ...choicesOf(shape, scene.backlog.config),
    ...(otherwise === undefined ? {} : { otherwise }),
    ...(key.startsWith('x-') ? { own: true } : {}),
  };
  const ref = to === undefined ? undefined : (id: string): PageRef => refTo(scene.backlog, to, id);
  if (isList) return { ...common, entries: wordEntries(scene, key, marked.locked, ref) };
  if (node === undefined) return common;
  const value = shownText(node, scene.text);
  return { ...common, value, ...(ref === undefined ? {} : { ref: ref(value) }) };
}

function wrongKind(node: Node | undefined, isList: boolean): string | undefined {
  if (node === undefined || node.kind === 'scalar' || node.kind === 'alias') return undefined;
  if (isList && node.kind === 'seq') return undefined;
  return `This holds a ${node.kind === 'seq' ? 'list' : 'mapping'} where the page knows one value: change it in the file.`;
}

function outcomeOf(scene: PageScene, field: Field | undefined): readonly PageField[] {
  const node = scene.value('outcome');
  const inner = field?.shape.kind === 'object' ? field.shape.fields : undefined;
  if (inner === undefined || (node !== undefined && node.kind !== 'map')) return [];
  return OUTCOME.map((key) => {
    const path = `outcome.${key}`;
    const value = node === undefined ? undefined : pairOf(node, key, scene.text)?.value;
    const own = inner.get(key);
    const shape = own?.shape ?? { kind: 'text' };
    const to = refIn(shape);
    const text = shownText(value, scene.text);
    return {
      ...scene.marked(path, value, wrongKind(value, false)),
      title: own?.title ?? key,
      help: own?.description ?? '',
      kind: kindOf(shape),
      ...(to === undefined ? {} : { to: LISTS[to] }),
      ...(value === undefined ? {} : { value: text }),
      ...(to === undefined || value === undefined ? {} : { ref: refTo(scene.backlog, to, text) }),
    };
  });
}

const LISTS: Readonly<Record<RefKind, RefList>> = {
  item: 'items',
  epic: 'epics',
  sprint: 'sprints',
  release: 'releases',
  objective: 'objectives',
  metric: 'metrics',
  insight: 'insights',
  person: 'people',
  team: 'teams',
};

function refIn(shape: Shape): RefKind | undefined {
  if (shape.kind === 'list') return refIn(shape.of);
  return shape.kind === 'ref' ? shape.to : undefined;
}

function kindOf(shape: Shape): FieldKind {
  switch (shape.kind) {
    case 'list':
      return refIn(shape) === undefined ? 'words' : 'references';
    case 'ref':
      return 'reference';
    case 'team':
    case 'choice':
      return 'choice';
    case 'number':
    case 'boolean':
    case 'date':
      return shape.kind;
    case 'text':
      return shape.multiline === true ? 'longText' : 'text';
    default:
      return 'text';
  }
}

function choicesOf(shape: Shape, config: Config): { readonly of?: readonly string[] } {
  if (shape.kind === 'choice') return { of: shape.of };
  if (shape.kind !== 'team') return {};
  switch (shape.of) {
    case 'status':
      return { of: config.statuses };
    case 'estimate':
      return { of: config.estimates };
    case 'severity':
      return { of: config.severities };
    case 'type':
      return { of: config.types };
  }
}

/** What counts where nothing is written. */
function otherwiseOf(scene: PageScene, key: string): PageField['otherwise'] {
  const { backlog, item } = scene;
  if (key === 'status') {
    const [value] = backlog.config.statuses;
    return value === undefined ? undefined : { value };
  }
  if (key === 'type') return { value: 'story' };
  if ((key !== 'release' && key !== 'objective') || item.epic === undefined) return undefined;
  const epic = backlog.target('epic', item.epic);
  const value = epic?.[key];
  return epic === undefined || value === undefined ? undefined : { value, from: refOf(backlog, epic) };
}
