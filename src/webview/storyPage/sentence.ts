/** The sentence of a story: its parts softly marked, and what its template still wants, as words to put in. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PageGap, PageSentence } from '../../protocol/panels/storyPage.ts';
import type { TextMark } from './caret.ts';
import type { PageHost } from './pageHost.ts';
import { section } from './parts.ts';

export function sentenceSection(host: PageHost): TemplateResult {
  const { story, type } = host.page;
  const sentence = host.sentence();
  const text = host.drafts.textOf('story') ?? story.text;
  const isWanted = type === 'story' || text !== '';
  return section(
    'story',
    'Story',
    html`${host.field({
      id: 'story',
      at: story,
      text: story.text,
      label: 'Story, one sentence',
      placeholder: isWanted
        ? 'One sentence; write it here, or fill in its parts below'
        : 'One sentence: who wants what, and what for',
      oneLine: true,
      marks: partMarks(sentence),
      completes: true,
      look: 'sentence',
    })}
    ${host.locked(story) === undefined && isWanted ? guide(host, sentence, text) : nothing}`,
  );
}

function partMarks({ parts }: PageSentence): readonly TextMark[] {
  return parts.flatMap(({ slot, start, end, indicator }) => [
    { ...indicator, look: 'indicator' },
    { start, end, look: `part-${slot}` },
  ]);
}

/** A field for each part that is missing, and where there is no sentence yet, the team's other templates. */
function guide(host: PageHost, sentence: PageSentence, text: string): TemplateResult | typeof nothing {
  const isEmpty = text.trim() === '';
  // Words that are no sentence of the team are judged, not mended.
  if (sentence.gaps.length === 0 || (!isEmpty && sentence.parts.length === 0)) return nothing;
  const others = isEmpty ? host.choices.templates.slice(1) : [];
  return html`<div class="gaps">
      ${repeat(
        sentence.gaps,
        ({ slot }) => slot,
        (gap) => gapField(host, gap),
      )}
    </div>
    ${
      others.length === 0
        ? nothing
        : html`<p class="hint">
            or begin with
            ${others.map(
              (template) =>
                html`<button
                  class="link template"
                  dir="auto"
                  @click=${() => {
                    const slot = template.indexOf('<');
                    host.textEvents.typed('story', slot === -1 ? template : template.slice(0, slot));
                    host.focusOn('story');
                  }}
                >
                  ${template.replace(/[<>]/g, '')}
                </button>`,
            )}
          </p>`
    }`;
}

/** A part that is missing: what is typed here is put into the sentence where it belongs. */
function gapField(host: PageHost, gap: PageGap): TemplateResult {
  const id = `gap.${gap.slot}`;
  const put = (): void => {
    const words = (host.typing.get(id) ?? '').trim();
    if (words === '') return;
    host.typing.delete(id);
    host.putPart(gap.slot, words);
  };
  const list = gap.slot === 'role' ? 'personas' : undefined;
  return html`<label class="gap"
    ><span class="gap-words" dir="auto">${gap.before.replace(/^[\s,]+/, '').trim() || gap.name}</span>
    <input
      class="field"
      dir="auto"
      data-field=${id}
      list=${list ?? nothing}
      placeholder=${gap.name}
      aria-label=${`${gap.before.replace(/^[\s,]+/, '').trim()} ${gap.name}`.trim()}
      .value=${host.typing.get(id) ?? ''}
      @input=${({ target }: Event) => {
        if (target instanceof HTMLInputElement) host.typing.set(id, target.value);
      }}
      @blur=${put}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || event.isComposing) return;
        event.preventDefault();
        const next = host.nextGap(gap.slot);
        put();
        host.focusOn(next === undefined ? 'story' : `gap.${next}`);
      }}
    />${
      list === undefined
        ? nothing
        : html`<datalist id="personas">
            ${host.choices.personas.map(({ name }) => html`<option value=${name}></option>`)}
          </datalist>`
    }</label
  >`;
}
