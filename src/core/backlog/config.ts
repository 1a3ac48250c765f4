/**
 * What the team says about how it works (`version`, `product`, `workflow`, `writing`, `commits`), read from syntax trees
 * into values that are always usable: what is absent or unreadable has the format's default. Never throws, judges
 * nothing.
 */
import { type CommitSettings, DEFAULT_COMMITS, HOOK_LEVELS } from '../commits/settings.ts';
import { itemFields } from '../schema/shapes.ts';
import type { Field, Shape } from '../schema/shape.ts';
import { isNull, pairOf, scalarText } from '../yaml/node.ts';
import type { MapNode, Node } from '../yaml/node.ts';
import type { Severity } from './problem.ts';

export interface Config {
  /** As written; undefined where nothing is written. */
  readonly version: string | undefined;
  readonly product: {
    readonly name?: string;
    readonly key?: string;
    readonly formerKeys: readonly string[];
    /** Paths from the file; empty where nothing is written, which means the file's own. */
    readonly repositories: readonly string[];
  };
  /** In the order an item goes through them. */
  readonly statuses: readonly string[];
  readonly active: readonly string[];
  readonly done: readonly string[];
  readonly dropped: readonly string[];
  readonly severities: readonly string[];
  readonly types: readonly string[];
  /** How many items may be in a status. Empty where the team set no limit. */
  readonly wip: ReadonlyMap<string, number>;
  /** As written, in the team's order. */
  readonly estimates: readonly string[];
  /** The points of each estimate that has some. Ask with `pointsOf`, which also knows other numbers. */
  readonly points: ReadonlyMap<string, number>;
  /** By type: the fields that an item must have from `ready` on. */
  readonly ready: ReadonlyMap<string, readonly string[]>;
  /** The team wrote `ready` itself: then what is missing is against its word, else it is only our idea of ready. */
  readonly readyAgreed: boolean;
  /** The definition of done, shown when an item moves to done. */
  readonly doneWhen: readonly string[];
  readonly customFields: ReadonlyMap<string, Field>;
  readonly rules: ReadonlyMap<string, Severity | 'ignore'>;
  /** The language of Gherkin keywords. */
  readonly language: string;
  readonly templates: readonly string[];
  /** By list: the team's own words for rules to look for; `allow` has those that are fine. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
  readonly commits: CommitSettings;
}

const TYPES = ['story', 'bug', 'task', 'spike'];
const ESTIMATES = ['1', '2', '3', '5', '8', '13'];
const LEVELS: ReadonlySet<string> = new Set(['ignore', 'hint', 'information', 'warning', 'error']);

export const DEFAULT_CONFIG: Config = {
  version: undefined,
  product: { formerKeys: [], repositories: [] },
  statuses: ['idea', 'ready', 'doing', 'review', 'done', 'dropped'],
  active: ['doing', 'review'],
  done: ['done'],
  dropped: ['dropped'],
  severities: ['blocker', 'major', 'minor'],
  types: TYPES,
  wip: new Map(),
  estimates: ESTIMATES,
  points: new Map(ESTIMATES.map((estimate) => [estimate, Number(estimate)])),
  ready: new Map([
    ['story', ['story', 'acceptance', 'estimate']],
    ['bug', ['description', 'severity']],
  ]),
  readyAgreed: false,
  doneWhen: [],
  customFields: new Map(),
  rules: new Map(),
  language: 'en',
  templates: [
    'As a <role>, I want <means>, so that <benefit>',
    'When <situation>, I want to <means>, so I can <benefit>',
  ],
  words: {},
  holidays: [],
  commits: DEFAULT_COMMITS,
};

/** The points of an estimate as written: by the team's table, else the number itself; undefined where it is neither. */
export function pointsOf(config: Config, estimate: string): number | undefined {
  const known = config.points.get(estimate);
  if (known !== undefined) return known;
  return numberOf(estimate);
}

/** A top-level key with its value; offsets of the node are relative to `text`. */
export interface Section {
  readonly key: string;
  readonly node: Node | undefined;
  readonly text: string;
}

/** Reads the team's settings. Of a key that is given twice, the first counts. */
export function readConfig(sections: readonly Section[]): Config {
  const first = new Map<string, Section>();
  for (const section of sections) if (!first.has(section.key)) first.set(section.key, section);
  const version = first.get('version');
  return {
    ...DEFAULT_CONFIG,
    version: version === undefined ? undefined : textAt(version.node, version.text),
    product: readProduct(new Reader(first.get('product'))),
    ...readWorkflow(new Reader(first.get('workflow'))),
    ...readWriting(new Reader(first.get('writing'))),
    commits: readCommits(new Reader(first.get('commits'))),
  };
}

function readProduct(product: Reader): Config['product'] {
  const name = product.text('name');
  const key = product.text('key');
  return {
    ...(name === undefined ? {} : { name }),
    ...(key === undefined ? {} : { key }),
    formerKeys: product.texts('former_keys') ?? [],
    repositories: product.texts('repositories') ?? [],
  };
}

function readWorkflow(workflow: Reader): Partial<Config> {
  const agreed = workflow.map('ready', (node, text) => textsAt(node, text));
  const ready = agreed ?? DEFAULT_CONFIG.ready;
  return {
    statuses: notEmpty(workflow.texts('statuses')) ?? DEFAULT_CONFIG.statuses,
    active: workflow.texts('active') ?? DEFAULT_CONFIG.active,
    done: workflow.texts('done') ?? DEFAULT_CONFIG.done,
    dropped: workflow.texts('dropped') ?? DEFAULT_CONFIG.dropped,
    severities: notEmpty(workflow.texts('severities')) ?? DEFAULT_CONFIG.severities,
    types: [...new Set([...TYPES, ...ready.keys()])],
    wip: workflow.map('wip', numberAt) ?? DEFAULT_CONFIG.wip,
    ...readEstimates(workflow),
    ready,
    readyAgreed: agreed !== undefined,
    doneWhen: workflow.texts('done_when') ?? [],
    customFields: readCustomFields(workflow),
    holidays: (workflow.texts('holidays') ?? []).filter((day) => /^\d{4}-\d\d-\d\d$/.test(day)),
  };
}

function readEstimates(workflow: Reader): Pick<Config, 'estimates' | 'points'> {
  const sizes = workflow.map('estimates', numberAt);
  if (sizes !== undefined && sizes.size > 0) return { estimates: [...sizes.keys()], points: sizes };
  const estimates = notEmpty(workflow.texts('estimates'));
  if (estimates === undefined) return { estimates: DEFAULT_CONFIG.estimates, points: DEFAULT_CONFIG.points };
  const points = new Map<string, number>();
  for (const estimate of estimates) {
    const value = numberOf(estimate);
    if (value !== undefined) points.set(estimate, value);
  }
  return { estimates, points };
}

function readWriting(writing: Reader): Partial<Config> {
  const levels = writing.map('rules', (node, text) => {
    const level = textAt(node, text);
    return level !== undefined && LEVELS.has(level) ? (level as Severity | 'ignore') : undefined;
  });
  return {
    rules: levels ?? DEFAULT_CONFIG.rules,
    language: writing.text('language') ?? DEFAULT_CONFIG.language,
    templates: notEmpty(writing.texts('templates')) ?? DEFAULT_CONFIG.templates,
    words: Object.fromEntries(writing.map('words', textsAt) ?? []),
  };
}

function readCommits(commits: Reader): CommitSettings {
  const hook = commits.text('hook');
  return {
    trailers: notEmpty(commits.texts('trailers')) ?? DEFAULT_COMMITS.trailers,
    branch: commits.text('branch') ?? DEFAULT_COMMITS.branch,
    exempt: commits.texts('exempt') ?? DEFAULT_COMMITS.exempt,
    hook: HOOK_LEVELS.find((level) => level === hook) ?? DEFAULT_COMMITS.hook,
  };
}

function readCustomFields(workflow: Reader): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  const known = itemFields('stories');
  for (const entry of workflow.entries('fields')) {
    const key = entry.text('key');
    if (key === undefined || known.has(key) || fields.has(key)) continue;
    const of = entry.texts('of') ?? [];
    fields.set(key, {
      key,
      title: entry.text('title') ?? key,
      description: "One of the team's own fields.",
      examples: of.slice(0, 3),
      required: false,
      shape: customShape(entry.text('type'), of),
    });
  }
  return fields;
}

function customShape(type: string | undefined, of: readonly string[]): Shape {
  switch (type) {
    case 'choice':
      return of.length > 0 ? { kind: 'choice', of } : { kind: 'any' };
    case 'number':
    case 'boolean':
    case 'date':
      return { kind: type };
    case 'person':
      return { kind: 'list', of: { kind: 'ref', to: 'person' }, orOne: true };
    case 'text':
      return { kind: 'text' };
    default:
      return { kind: 'any' };
  }
}

/** A mapping of the file, or nothing: every question has an answer. */
class Reader {
  readonly #map: MapNode | undefined;
  readonly #text: string;

  constructor(section: { readonly node: Node | undefined; readonly text: string } | undefined) {
    this.#map = section?.node?.kind === 'map' ? section.node : undefined;
    this.#text = section?.text ?? '';
  }

  text(key: string): string | undefined {
    return textAt(this.#value(key), this.#text);
  }

  /** The texts of a list; undefined where the key is absent or holds something else. */
  texts(key: string): readonly string[] | undefined {
    return textsAt(this.#value(key), this.#text);
  }

  map<T>(
    key: string,
    read: (node: Node | undefined, text: string) => T | undefined,
  ): Map<string, T> | undefined {
    const node = this.#value(key);
    if (node?.kind !== 'map') return undefined;
    const result = new Map<string, T>();
    for (const pair of node.pairs) {
      const name = textAt(pair.key, this.#text);
      const value = read(pair.value, this.#text);
      if (name !== undefined && value !== undefined) result.set(name, value);
    }
    return result;
  }

  entries(key: string): readonly Reader[] {
    const node = this.#value(key);
    return node?.kind === 'seq' ? node.items.map((item) => new Reader({ node: item, text: this.#text })) : [];
  }

  #value(key: string): Node | undefined {
    return this.#map === undefined ? undefined : pairOf(this.#map, key, this.#text)?.value;
  }
}

function textAt(node: Node | undefined, text: string): string | undefined {
  return node?.kind === 'scalar' && !isNull(node, text) ? scalarText(node, text) : undefined;
}

/** One bare text stands for a list of one. */
function textsAt(node: Node | undefined, text: string): readonly string[] | undefined {
  if (node?.kind === 'seq')
    return node.items.map((item) => textAt(item, text)).filter((entry) => entry !== undefined);
  const one = textAt(node, text);
  return one === undefined ? undefined : [one];
}

function numberAt(node: Node | undefined, text: string): number | undefined {
  const written = textAt(node, text);
  return written === undefined ? undefined : numberOf(written);
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

function numberOf(written: string): number | undefined {
  return NUMBER.test(written) ? Number(written) : undefined;
}

function notEmpty(texts: readonly string[] | undefined): readonly string[] | undefined {
  return texts === undefined || texts.length === 0 ? undefined : texts;
}
