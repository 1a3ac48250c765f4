/** A story sentence taken apart: who, what and why, each with its place in the text. */
import type { Config } from '../../backlog/config.ts';
import type { Span } from '../../text/span.ts';
import type { Written } from '../written.ts';

/** A part of the sentence. Offsets count in the sentence's text and leave out the indicator, spaces and commas around it. */
export interface Part extends Span {
  readonly text: string;
  /** The words that announce it: `As a`, `I want to`, `so that`. */
  readonly indicator: Span;
}

export interface Sentence {
  readonly written: Written;
  /** Position in `config.templates` of the template that the sentence follows; undefined where it follows none. */
  readonly template: number | undefined;
  /** After `As a`. */
  readonly role: Part | undefined;
  /** In a job story, after `When`. */
  readonly situation: Part | undefined;
  /** After `I want to`. */
  readonly means: Part | undefined;
  /** After `so that`. */
  readonly end: Part | undefined;
}

/** Never throws; what is not found is undefined. */
export function readSentence(written: Written, _config: Config): Sentence {
  return {
    written,
    template: undefined,
    role: undefined,
    situation: undefined,
    means: undefined,
    end: undefined,
  };
}
