/** What a story is told that differs from the custom of the file in one respect, and how it is made like the others. */
import type { Span, TextEdit } from '../../text/span.ts';
import type { Part, Sentence } from '../sentence/sentence.ts';
import type { Written } from '../written.ts';
import type { FormSlot } from './forms.ts';

export interface Drift {
  /** Offsets of `in.text`. */
  readonly at: Span;
  readonly in: Written;
  readonly message: string;
  /** Of the light bulb menu. */
  readonly title: string;
  /** Undefined where it takes other words than these to say it in the custom form. */
  readonly edit: TextEdit | undefined;
}

/** @param custom how most stories write what stands in this slot */
export function driftOf(sentence: Sentence, slot: FormSlot, custom: string): Drift | undefined {
  const { written, role, means, end } = sentence;
  switch (slot) {
    case 'commaBeforeMeans':
      return role && means && commaDrift(written, role, means, custom);
    case 'commaBeforeEnd':
      return means && end && commaDrift(written, means, end, custom);
    case 'role':
      return role && wordDrift(written, role, custom, asRole(role, custom));
    case 'means':
      return means && wishDrift(written, means, custom);
    case 'end':
      return end && wordDrift(written, end, custom, asEnd(sentence, end, custom));
  }
}

function commaDrift(written: Written, before: Part, { indicator }: Part, custom: string): Drift {
  const wanted = custom.includes(',');
  const said = written.text.slice(indicator.start, indicator.end);
  return {
    at: { start: before.end, end: indicator.end },
    in: written,
    message: wanted
      ? `Most stories here have a comma before "${said}".`
      : `Most stories here have no comma before "${said}".`,
    title: wanted ? 'Insert a comma' : 'Remove the comma',
    edit: { start: before.end, end: indicator.start, text: custom },
  };
}

function wordDrift(written: Written, { indicator }: Part, custom: string, text: string | undefined): Drift {
  return {
    at: indicator,
    in: written,
    message: `Most stories here say "${custom}": write this one the same way.`,
    title: `Change to "${text ?? custom}"`,
    edit: text === undefined ? undefined : { ...indicator, text },
  };
}

/** `As a` before a consonant and `As an` before a vowel, as most English words want it. */
function asRole({ text }: Part, custom: string): string {
  if (/^as an?$/i.test(custom)) return `${custom.slice(0, 2)} a${/^[aeio]/i.test(text) ? 'n' : ''}`;
  return custom;
}

/** `I want a list` among `I want to see` takes other words; `I can see` takes only another beginning. */
function wishDrift(written: Written, means: Part, custom: string): Drift {
  const verb = takesVerb(written.text.slice(means.indicator.start, means.indicator.end));
  const fits = verb !== undefined && verb === takesVerb(custom);
  const drift = wordDrift(written, means, custom, fits ? custom : undefined);
  if (verb !== false || takesVerb(custom) !== true) return drift;
  return {
    ...drift,
    message: `Most stories here use "${custom}" + verb; use a verb here too.`,
  };
}

/** True for `I want to`, `I can`; false for `I want`; undefined for what is not known. */
function takesVerb(said: string): boolean | undefined {
  if (/\b(?:to|can|could|may|might|must|should|shall|will|would)$/i.test(said)) return true;
  return /\b(?:wants?|needs?|like|wish|love|prefer|require|have)$/i.test(said) ? false : undefined;
}

/** `so` for `so that` and the other way round; `in order to` becomes `so that I can`. */
function asEnd({ written, means, role }: Sentence, end: Part, custom: string): string | undefined {
  const last = means ?? role;
  if (last && end.start < last.start) return undefined;
  const said = written.text.slice(end.indicator.start, end.indicator.end);
  const clause = /^(?:and )?(?:so|such|in order) that\b|^(?:and )?so$/i;
  if (clause.test(said) && clause.test(custom)) return custom;
  return /^(?:in order|so as) to$/i.test(said) && clause.test(custom) ? `${custom} I can` : undefined;
}
