/** The score: its numbers, and what they come to, with the formula in words. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PageHost } from './pageHost.ts';
import { section } from './parts.ts';

export function scoreSection(host: PageHost): TemplateResult {
  const { score } = host.page;
  const isOpen = host.typing.has('score');
  const written = score.numbers.filter(({ value, wanted }) => value !== undefined || wanted);
  const shown = isOpen || written.length === 0 ? score.numbers : written;
  const begun = written.length > 0 || isOpen;
  const more = (): void => {
    if (isOpen) host.typing.delete('score');
    else host.typing.set('score', '');
    host.redraw();
  };
  return section(
    'score',
    'Score',
    begun
      ? html`${result(host)}
          <div class="numbers">
            ${repeat(
              shown,
              ({ key }) => key,
              ({ key, title, help, value }) =>
                html`<div class="number">
                  <span class="label" title=${help.replaceAll('`', '')}>${title}</span>
                  ${host.field({
                    id: `score.${key}`,
                    at: { ...score, path: `score.${key}` },
                    text: value ?? '',
                    label: `Score, ${title}`,
                    placeholder: score.missing.includes(key) ? 'missing' : '–',
                    oneLine: true,
                    bare: true,
                    look: 'small',
                  })}
                </div>`,
            )}
          </div>
          ${host.findingList(host.findingsAt('score'), 'score')}`
      : html`<p class="hint">No score yet.</p>`,
    host.locked(score) === undefined && shown.length <= score.numbers.length
      ? html`<button class="plain words" aria-expanded=${isOpen ? 'true' : 'false'} @click=${more}>
          ${isOpen ? 'Less' : begun ? 'Edit score' : 'Add score'}
        </button>`
      : nothing,
  );
}

function result(host: PageHost): TemplateResult | typeof nothing {
  const { name, result: known, missing } = host.page.score;
  if (known !== undefined)
    return html`<p class="score-result">
      <strong>${known.value}</strong> <span class="score-name">${name}</span>
      <span class="formula">${known.formula} = ${known.numbers}</span>
    </p>`;
  if (name === undefined || missing.length === 0) return nothing;
  return html`<p class="hint">${name} still needs ${inWords(missing)}.</p>`;
}

function inWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
