/** An item as its words are judged: the story sentence, the criteria, and how far the item is in its life. */
import type { Config } from '../backlog/config.ts';
import type { Item } from '../backlog/item.ts';
import { type MapNode, type Node, pairOf } from '../yaml/node.ts';
import type { Criterion } from './acceptance/criteria.ts';
import { readCriteria } from './acceptance/readCriteria.ts';
import { readSentence, type Sentence } from './sentence/sentence.ts';
import { Written } from './written.ts';

export class WrittenItem {
  #sentence: Sentence | undefined;
  #criteria: readonly Criterion[] | undefined;

  constructor(
    readonly item: Item,
    readonly node: MapNode,
    readonly config: Config,
  ) {}

  /** What offsets of findings without a text count in. */
  get source(): string {
    return this.item.slice.text;
  }

  /** The value of a field; undefined where it is not there. */
  field(key: string): Node | undefined {
    return pairOf(this.node, key, this.source)?.value;
  }

  /** The text of a field; undefined where there is none. */
  written(key: string): Written | undefined {
    const node = this.field(key);
    return node?.kind === 'scalar' ? new Written(node, this.source) : undefined;
  }

  /** The story sentence, taken apart; undefined where the item has none. */
  get sentence(): Sentence | undefined {
    if (this.#sentence === undefined) {
      const written = this.written('story');
      if (written === undefined || written.text.trim() === '') return undefined;
      this.#sentence = readSentence(written, this.config);
    }
    return this.#sentence;
  }

  /** The acceptance criteria, each as scenarios, steps or a check. Gherkin blocks are parsed when their steps are asked for. */
  get criteria(): readonly Criterion[] {
    return (this.#criteria ??= readCriteria(this.field('acceptance'), this.source, this.config));
  }
}
