/** Reads acceptance criteria in all their notations, lowered to scenarios and steps that know where they stand. */
import type { Config } from '../../backlog/config.ts';
import { type MapNode, type Node, pairOf, scalarText } from '../../yaml/node.ts';
import { Written } from '../written.ts';
import type { Criterion, GherkinError, Scenario, Step } from './criteria.ts';
import { looksLikeGherkin, readGherkin } from './gherkin.ts';
import { keywordsOf, type Keywords } from './keywords.ts';
import { readLine } from './line.ts';
import { readMapping } from './mapping.ts';
import { continues } from './spread.ts';

/**
 * @param node the value of `acceptance`: one criterion or a list of them.
 * @param source what the offsets of the node count in.
 * @returns one for each entry that can be read as one, in order. Never throws.
 */
export function readCriteria(node: Node | undefined, source: string, config: Config): readonly Criterion[] {
  if (node === undefined || node.kind === 'alias') return [];
  const entries = node.kind === 'seq' ? node.items : [node];
  const inList = node.kind === 'seq';
  const criteria: Criterion[] = [];
  let before: readonly Step[] = [];
  for (const [index, entry] of entries.entries()) {
    if (entry === undefined) continue;
    const found = readOne(entry, { index, source, config, inList, before });
    const steps = found?.notation === 'line' ? (found.scenarios[0]?.steps ?? []) : [];
    before = found?.continues === true ? [...before, ...steps] : steps;
    if (found) criteria.push(found);
  }
  return criteria;
}

interface Place {
  readonly index: number;
  readonly source: string;
  readonly config: Config;
  readonly inList: boolean;
  /** The steps of the scenario that the lines before are spread over. */
  readonly before: readonly Step[];
}

function readOne(node: Node, place: Place): Criterion | undefined {
  switch (node.kind) {
    case 'alias':
    case 'seq':
      return undefined;
    case 'map':
      return ofMapping(node, place);
    case 'scalar':
      return ofText(node, new Written(node, place.source), place);
  }
}

const TICK = /^\s*\[[xX]\]\s/;

function ofText(node: Node, written: Written, { index, config, inList, before }: Place): Criterion {
  const keywords = keywordsOf(config.language);
  const { text } = written;
  const plain = { index, node, written, errors: [], done: false, continues: false };
  const oneLine = !text.trim().includes('\n');
  if (oneLine || (node.kind === 'scalar' && node.style === 'folded')) {
    const line = readLine(written, keywords, before.at(-1)?.kind);
    const goesOn = line !== undefined && continues(before, line.steps);
    if (line && (line.complete || goesOn))
      return { ...plain, notation: 'line', scenarios: [line], continues: goesOn };
  }
  if (looksLikeGherkin(written, keywords, inList)) return new GherkinBlock(index, node, written, keywords);
  return { ...plain, notation: 'check', scenarios: [], done: TICK.test(text) };
}

/** A block that is parsed when somebody asks what it says. */
class GherkinBlock implements Criterion {
  readonly notation = 'gherkin';
  readonly done = false;
  readonly continues = false;
  #read: ReturnType<typeof readGherkin> | undefined;

  constructor(
    readonly index: number,
    readonly node: Node,
    readonly written: Written,
    readonly keywords: Keywords,
  ) {}

  get scenarios(): readonly Scenario[] {
    return this.#reading.scenarios;
  }

  get errors(): readonly GherkinError[] {
    return this.#reading.errors;
  }

  get #reading(): ReturnType<typeof readGherkin> {
    return (this.#read ??= readGherkin(this.written, this.keywords));
  }
}

function ofMapping(node: MapNode, { index, source, config }: Place): Criterion {
  const text = (key: string): Written | undefined => {
    const value = pairOf(node, key, source)?.value;
    return value?.kind === 'scalar' ? new Written(value, source) : undefined;
  };
  const done = pairOf(node, 'done', source)?.value;
  const common = {
    index,
    node,
    errors: [],
    done: done?.kind === 'scalar' && /^(?:true|yes|on)$/i.test(scalarText(done, source)),
    continues: false,
  };
  const scenario = readMapping(node, source, keywordsOf(config.language));
  if (scenario) return { ...common, notation: 'mapping', written: text('scenario'), scenarios: [scenario] };
  const check = text('check');
  return check
    ? { ...common, notation: 'check', written: check, scenarios: [] }
    : { ...common, notation: 'mapping', written: text('scenario'), scenarios: [] };
}
