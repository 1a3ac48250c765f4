/** The sentence taken apart, and where the parts belong that it has not got. Offsets count in its text. */
import type { Config } from '../../backlog/config.ts';
import { readSentence, type Sentence } from '../../writing/sentence/sentence.ts';
import { type Template, type TemplateSlot, templatesOf } from '../../writing/sentence/templates.ts';
import { Written } from '../../writing/written.ts';
import type { PageGap, PagePart, PageSentence, Slot } from './pageData.ts';

const SLOTS: readonly Slot[] = ['role', 'situation', 'means', 'end'];

/** A sentence of any text, also of one that is only being typed. Never throws. */
export function sentenceOf(text: string, config: Config): PageSentence {
  const plain = { kind: 'scalar', start: 0, end: text.length, style: 'plain', value: undefined } as const;
  const read = readSentence(new Written(plain, text), config);
  const parts = partsOf(read);
  const template = templateFor(read, parts, templatesOf(config.templates));
  return {
    ...(read.template === undefined ? {} : { template: read.template }),
    parts,
    gaps: template === undefined ? [] : gapsIn(template, parts),
  };
}

function partsOf(read: Sentence): readonly PagePart[] {
  const parts = SLOTS.flatMap((slot): PagePart[] => {
    const part = read[slot];
    if (part === undefined) return [];
    const { text, start, end, indicator } = part;
    return [{ slot, text, start, end, indicator: { start: indicator.start, end: indicator.end } }];
  });
  return parts.sort((a, b) => a.indicator.start - b.indicator.start);
}

/** The template that it follows, else the one that has most of its parts. */
function templateFor(
  read: Sentence,
  parts: readonly PagePart[],
  templates: readonly Template[],
): Template | undefined {
  const own = templates.find(({ index }) => index === read.template);
  if (own !== undefined) return own;
  let best: { readonly template: Template; readonly shared: number } | undefined;
  for (const template of templates) {
    const shared = template.slots.filter(({ slot }) => parts.some((part) => part.slot === slot)).length;
    if (best === undefined || shared > best.shared) best = { template, shared };
  }
  return best?.template;
}

function gapsIn({ slots }: Template, parts: readonly PagePart[]): readonly PageGap[] {
  const has = ({ slot }: TemplateSlot): PagePart | undefined => parts.find((part) => part.slot === slot);
  return slots.flatMap((slot, i): PageGap[] => {
    if (has(slot) !== undefined) return [];
    const ahead = slots
      .slice(0, i)
      .reverse()
      .find((other) => has(other) !== undefined);
    const next = slots.slice(i + 1).find((other) => has(other) !== undefined);
    const first = i === 0 || (ahead === undefined && next !== undefined);
    const own = slot.after === '' ? '' : ` ${slot.after}`;
    const words = slot.before === '' ? '' : `${slot.before} `;
    const lead = i === 0 ? '' : `${slot.comma ? ',' : ''} `;
    const before = `${first ? '' : lead}${words}`;
    // Put in front of what is there, it is kept apart from it as the template does.
    const after = ahead === undefined && next !== undefined ? `${own}${next.comma ? ',' : ''} ` : own;
    const at = ahead === undefined ? 0 : (has(ahead)?.end ?? 0);
    return [{ slot: slot.slot, name: slot.name, at, before, after }];
  });
}
