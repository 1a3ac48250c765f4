/** A scenario with its steps below each other, and its examples as a table. */
import { html, nothing, type TemplateResult } from 'lit';
import type { StepSlot } from '../../protocol/panels/storyPage.ts';
import { examplesTable, type ScenarioOf } from './examples.ts';
import type { PageHost } from './pageHost.ts';
import { adder, iconButton } from './parts.ts';
import { STEPS } from './places.ts';

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
    ${STEPS.map((slot) => steps(host, of, slot))} ${examplesTable(host, of)} ${host.findingList(findings, id)}
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
