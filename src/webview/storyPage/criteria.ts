/** Acceptance criteria: a list in all notations that the format has. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PageCriterion } from '../../protocol/panels/storyPage.ts';
import { entryList, nextTo } from './entries.ts';
import type { PageHost } from './pageHost.ts';
import { adder, iconButton, section } from './parts.ts';
import { scenarioForm } from './scenario.ts';

const NAMES: Readonly<Record<PageCriterion['notation'], string>> = {
  line: 'scenario in one line',
  mapping: 'scenario',
  check: 'check',
  gherkin: 'Gherkin',
  raw: 'as written',
};

export function criteriaSection(host: PageHost): TemplateResult | typeof nothing {
  const list = host.page.acceptance;
  if (list === undefined) return nothing;
  const { entries } = list;
  const done = entries.filter((entry) => entry.done).length;
  const locked = host.locked(list);
  return section(
    'acceptance',
    'Acceptance criteria',
    html`${host.findingList(
      host.page.findings.filter(({ field, entry }) => field === 'acceptance' && entry === undefined),
      'acceptance',
    )}
    ${entryList(host, {
      list: 'acceptance',
      noun: 'Criterion',
      entries,
      content: (entry, id, index) => criterion(host, entry, id, index),
      actions: (entry, id, index) => criterionActs(host, entry, id, index),
      look: ({ done }) => (done ? 'done' : ''),
    })}
    ${
      locked === undefined
        ? html`<div class="adders">
            ${adder(host, {
              id: 'add.acceptance',
              label: 'Add a criterion',
              placeholder:
                entries.length === 0 ? 'Add a criterion: how will you see that it works?' : 'Add a criterion',
              add: async (text) => host.change({ kind: 'add', path: 'acceptance', value: text }),
            })}<button
              class="toggle"
              @click=${() => {
                host.focusOn(`acceptance.${entries.length}.scenario`);
                void host.change({
                  kind: 'add',
                  path: 'acceptance',
                  value: { scenario: 'New scenario', given: [], when: [], then: [] },
                });
              }}
            >
              Add Scenario
            </button>
          </div>`
        : html`<p class="locked-why">${list.locked}</p>`
    }`,
    entries.length === 0
      ? nothing
      : html`<span class="count">${done === 0 ? entries.length : `${done} of ${entries.length} met`}</span>`,
  );
}

function criterion(host: PageHost, entry: PageCriterion, id: string, index: number): TemplateResult {
  const { notation, text, scenario, path } = entry;
  const label = `Criterion ${index + 1}, ${NAMES[notation]}`;
  return html`<div class="criterion">
    ${
      entry.tickable || entry.done
        ? html`<input
            type="checkbox"
            class="tick"
            aria-label=${`Criterion ${index + 1} is met`}
            .checked=${entry.done}
            ?disabled=${!entry.tickable || host.locked(entry) !== undefined}
            @change=${({ target }: Event) => {
              if (!(target instanceof HTMLInputElement)) return;
              const { checked } = target;
              void host.change({ kind: 'tick', path, done: checked, mark: entry.mark }).then((made) => {
                if (!made) target.checked = !checked;
              });
            }}
          />`
        : html`<span class="tick none"></span>`
    }
    <div class="body">
      ${
        notation === 'raw'
          ? html`<pre class="raw" dir="auto" tabindex="0" aria-label=${label}>${text}</pre>
              <p class="locked-why">${entry.locked}</p>
              ${host.findingList(host.findingsAt(path), id)}`
          : scenario === undefined
            ? host.field({
                id,
                at: entry,
                text,
                label,
                oneLine: notation !== 'gherkin',
                marks: entry.keywords.map((span) => ({ ...span, look: 'keyword' })),
                look: notation === 'gherkin' ? 'code' : '',
              })
            : scenarioForm(host, { entry, scenario, id, index })
      }
    </div>
  </div>`;
}

const INTO = { line: 'One Line', mapping: 'Scenario', gherkin: 'Gherkin' } as const;

function criterionActs(host: PageHost, entry: PageCriterion, id: string, index: number): TemplateResult {
  const { path, mark, other, notation } = entry;
  const fixed = host.locked(entry) !== undefined;
  const leave = async (name: 'promote' | 'moveToStory'): Promise<void> => {
    const next = nextTo(host, 'acceptance', index);
    host.focusOn((await host.criterion(entry, name)) ? next : id);
  };
  return html`${
    fixed
      ? nothing
      : other
          .filter(({ to }) => to === 'mapping' || notation !== 'check')
          .map(
            ({ to, not }) =>
              html`<button
                class="plain words"
                title=${not ?? `Write it as ${to === 'mapping' ? 'a scenario with its steps' : INTO[to]}`}
                ?disabled=${not !== undefined}
                @click=${() => {
                  void host.change({ kind: 'convert', path, to, mark }).then((made) => {
                    if (made) host.focusOn(to === 'mapping' ? `${path}.scenario` : id);
                  });
                }}
              >
                → ${INTO[to]}
              </button>`,
          )
  }
  ${
    fixed
      ? nothing
      : html`<button
            class="plain words"
            title="Make it a story of its own"
            @click=${() => void leave('promote')}
          >
            → Story
          </button>
          ${iconButton('arrowRight', 'Move it to another story', () => void leave('moveToStory'))}`
  }
  ${iconButton('goToFile', 'Show it in the file', () => {
    host.openInFile(path);
  })}`;
}
