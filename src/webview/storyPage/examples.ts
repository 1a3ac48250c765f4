/** The examples of a scenario as a table: its columns are named in the steps as `<name>`. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PageCriterion, PageScenario, PageTable } from '../../protocol/panels/storyPage.ts';
import type { PageHost } from './pageHost.ts';
import { iconButton } from './parts.ts';

export interface ScenarioOf {
  readonly entry: PageCriterion;
  readonly scenario: PageScenario;
  readonly id: string;
  readonly index: number;
}

export function examplesTable(host: PageHost, of: ScenarioOf): TemplateResult | typeof nothing {
  const { entry, scenario } = of;
  const { examples: table } = scenario;
  const fixed = host.locked(entry) !== undefined;
  if (table === undefined) return fixed ? nothing : starter(host, of);
  if (table.locked !== undefined)
    return html`<pre class="raw" dir="auto" tabindex="0">${table.raw}</pre>
      <p class="locked-why">${table.locked}</p>`;
  return html`${tableOf(host, of, table, fixed)}${fixed ? nothing : growers(host, of, table)}`;
}

/** Begins a table with what the steps leave open. */
function starter(host: PageHost, of: ScenarioOf): TemplateResult {
  const { given, when, then } = of.scenario;
  const named = [...given, ...when, ...then].flatMap((step) =>
    [...step.matchAll(/<([^<>]+)>/g)].map(([, name = '']) => name.trim()),
  );
  const columns = [...new Set(named.filter((name) => name !== ''))];
  const start = columns.length === 0 ? ['example'] : columns;
  return html`<button
    class="plain words"
    title="A table of values for the words that stand in the steps as &lt;name&gt;"
    @click=${() => {
      void grow(host, of, '', start).then((made) => {
        if (made) host.focusOn(cellId(of, columns.length === 0 ? 'head' : 0, 0));
      });
    }}
  >
    Add Examples
  </button>`;
}

/** One more row, or under `.head` one more column. */
async function grow(
  host: PageHost,
  { entry: { path, mark } }: ScenarioOf,
  below: string,
  value: string | readonly string[],
): Promise<boolean> {
  return host.change({ kind: 'add', path: `${path}.examples${below}`, value, mark });
}

function cellId({ id }: ScenarioOf, row: number | 'head', column: number): string {
  return `${id}.examples.${row}.${column}`;
}

function tableOf(host: PageHost, of: ScenarioOf, table: PageTable, fixed: boolean): TemplateResult {
  const { columns, rows } = table;
  const { path, mark } = of.entry;
  return html`<div class="table-box">
    <table class="examples">
      <caption>
        Examples
      </caption>
      <thead>
        <tr>
          ${columns.map((name, at) => {
            const label = `Column ${at + 1}; empty, it is taken away`;
            return html`<th scope="col">
              ${cell(host, of, { row: 'head', column: at, text: name, label })}
            </th>`;
          })}
          ${fixed ? nothing : html`<td></td>`}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (texts, row) =>
            html`<tr>
              ${texts.map((text, column) => {
                const label = `${columns[column] ?? ''}, row ${row + 1}`;
                return html`<td>${cell(host, of, { row, column, text, label })}</td>`;
              })}
              ${
                fixed
                  ? nothing
                  : html`<td>
                      ${iconButton('close', `Remove row ${row + 1}`, () => {
                        void host.change({ kind: 'remove', path: `${path}.examples.${row}`, mark });
                        host.focusOn(cellId(of, Math.max(0, row - 1), 0));
                      })}
                    </td>`
              }
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

interface CellOf {
  /** `head`: the name of the column. */
  readonly row: number | 'head';
  readonly column: number;
  readonly text: string;
  readonly label: string;
}

function cell(host: PageHost, of: ScenarioOf, { row, column, text, label }: CellOf): TemplateResult {
  const { entry } = of;
  return host.field({
    id: cellId(of, row, column),
    at: { ...entry, path: `${entry.path}.examples.${row}.${column}` },
    text,
    label,
    oneLine: true,
    bare: true,
  });
}

function growers(host: PageHost, of: ScenarioOf, { columns, rows }: PageTable): TemplateResult {
  return html`<button
      class="plain words"
      @click=${() => {
        host.focusOn(cellId(of, rows.length, 0));
        void grow(host, of, '', []);
      }}
    >
      Add Row
    </button>
    <button
      class="plain words"
      @click=${() => {
        let name = 'example';
        for (let nth = 2; columns.includes(name); nth++) name = `example ${nth}`;
        host.focusOn(cellId(of, 'head', columns.length));
        void grow(host, of, '.head', name);
      }}
    >
      Add Column
    </button>`;
}
