/** A scenario with its steps below each other, and its examples as a table. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type {
  Marked,
  PageCriterion,
  PageScenario,
  PageTable,
  StepSlot,
} from '../../protocol/panels/storyPage.ts';
import type { PageHost } from './pageHost.ts';
import { adder, iconButton } from './parts.ts';
import { STEPS } from './places.ts';

interface ScenarioOf {
  readonly entry: PageCriterion;
  readonly scenario: PageScenario;
  readonly id: string;
  readonly index: number;
}

const WORDS: Readonly<Record<StepSlot, string>> = { given: 'Given', when: 'When', then: 'Then' };

export function scenarioForm(host: PageHost, of: ScenarioOf): TemplateResult {
  const { entry, scenario, id, index } = of;
  const findings = host.findingsAt(entry.path).filter(({ path }) => !isStep(path));
  return html`<div class="scenario">
    ${host.field({
      id: `${id}.scenario`,
      at: { ...entry, path: `${entry.path}.scenario` },
      text: scenario.name,
      label: `Criterion ${index + 1}, name of the scenario`,
      placeholder: 'Name of the scenario',
      oneLine: true,
      look: 'name',
      bare: true,
    })}
    ${STEPS.map((slot) => steps(host, of, slot))}
    ${scenario.examples === undefined ? nothing : examples(host, entry, scenario.examples)}
    ${host.findingList(findings, id)}
  </div>`;
}

function isStep(path: string): boolean {
  return /\.(?:given|when|then)\.\d+$/.test(path);
}

function steps(host: PageHost, { entry, scenario, id, index }: ScenarioOf, slot: StepSlot): TemplateResult {
  const word = WORDS[slot];
  const locked = host.locked(entry) !== undefined;
  const adding = `${id}.${slot}.add`;
  const isOpen = scenario[slot].length === 0 || host.typing.has(`open ${id}.${slot}`);
  const open = (): void => {
    host.typing.set(`open ${id}.${slot}`, '');
    host.focusOn(adding);
  };
  return html`<div class="steps">
    ${scenario[slot].map((step, nth) => {
      const path = `${entry.path}.${slot}.${nth}`;
      return html`<div class="step">
        <span class="step-word">${nth === 0 ? word : 'and'}</span>
        <div class="body">
          ${host.field({
            id: `${id}.${slot}.${nth}`,
            at: { ...entry, path },
            text: step,
            label: `Criterion ${index + 1}, ${word} ${nth + 1}`,
            oneLine: true,
          })}
        </div>
        ${
          locked
            ? nothing
            : html`${
                nth === scenario[slot].length - 1 && !isOpen
                  ? iconButton('add', `Add a step to ${word}`, () => {
                      open();
                    })
                  : nothing
              }${iconButton('close', `Remove ${word} ${nth + 1}`, () => {
                void host.change({ kind: 'remove', path, mark: entry.mark });
                open();
              })}`
        }
      </div>`;
    })}
    ${
      locked || !isOpen
        ? nothing
        : html`<div class="step">
            <span class="step-word">${scenario[slot].length === 0 ? word : 'and'}</span>
            ${adder(host, {
              id: adding,
              label: `Criterion ${index + 1}, add to ${word}`,
              placeholder: scenario[slot].length === 0 ? '…' : 'one more step',
              add: async (text) => host.change({ kind: 'add', path: `${entry.path}.${slot}`, value: text }),
            })}
          </div>`
    }
  </div>`;
}

function examples(host: PageHost, entry: Marked, table: PageTable): TemplateResult {
  const path = `${entry.path}.examples`;
  if (table.locked !== undefined)
    return html`<pre class="raw" dir="auto" tabindex="0">${table.raw}</pre>
      <p class="locked-why">${table.locked}</p>`;
  const locked = host.locked(entry) !== undefined;
  const write = (rows: readonly (readonly string[])[]): void => {
    const value = rows.map((row) =>
      Object.fromEntries(table.columns.map((column, nth) => [column, row[nth] ?? ''])),
    );
    void host.change({ kind: 'set', path, value, mark: entry.mark });
  };
  const cell = (row: number, column: number, text: string): TemplateResult =>
    html`<td>
      <input
        class="field"
        dir="auto"
        aria-label=${`${table.columns[column] ?? ''}, row ${row + 1}`}
        ?readonly=${locked}
        .value=${live(text)}
        @change=${({ target }: Event) => {
          if (!(target instanceof HTMLInputElement)) return;
          const { value } = target;
          write(
            table.rows.map((cells, r) => cells.map((old, c) => (r === row && c === column ? value : old))),
          );
        }}
      />
    </td>`;
  return html`<table class="examples">
      <caption>
        Examples
      </caption>
      <thead>
        <tr>
          ${table.columns.map((column) => html`<th scope="col" dir="auto">${column}</th>`)}
          ${locked ? nothing : html`<td></td>`}
        </tr>
      </thead>
      <tbody>
        ${table.rows.map(
          (row, r) =>
            html`<tr>
              ${row.map((text, c) => cell(r, c, text))}
              ${
                locked
                  ? nothing
                  : html`<td>
                      ${iconButton('close', `Remove row ${r + 1}`, () => {
                        write(table.rows.filter((_, at) => at !== r));
                      })}
                    </td>`
              }
            </tr>`,
        )}
      </tbody>
    </table>
    ${
      locked
        ? nothing
        : html`<button
            class="plain words"
            @click=${() => {
              write([...table.rows, table.columns.map(() => '…')]);
            }}
          >
            Add Row
          </button>`
    }`;
}
