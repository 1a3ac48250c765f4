/** The examples of a scenario as a table: its columns are named in the steps as `<name>`. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PageCriterion, PageScenario, PageTable } from '../../protocol/panels/storyPage.ts';
import type { PageHost } from './pageHost.ts';
import { iconButton } from './parts.ts';

/** What stands in a cell until somebody knows better; an empty one would be no value. */
const OPEN = '…';

export interface ScenarioOf {
  readonly entry: PageCriterion;
  readonly scenario: PageScenario;
  readonly id: string;
  readonly index: number;
}

type Table = Pick<PageTable, 'columns' | 'rows'>;

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

async function write(host: PageHost, { entry }: ScenarioOf, { columns, rows }: Table): Promise<boolean> {
  const path = `${entry.path}.examples`;
  const { mark } = entry;
  if (rows.length === 0 || columns.length === 0) return host.change({ kind: 'remove', path, mark });
  const value = rows.map((row) =>
    Object.fromEntries(columns.map((column, nth) => [column, row[nth] ?? OPEN])),
  );
  return host.change({ kind: 'set', path, value, mark });
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
      void write(host, of, { columns: start, rows: [start.map(() => OPEN)] }).then((made) => {
        if (made) host.focusOn(cellId(of, columns.length === 0 ? 'head' : 0, 0));
      });
    }}
  >
    Add Examples
  </button>`;
}

function cellId({ id }: ScenarioOf, row: number | 'head', column: number): string {
  return `${id}.examples.${row}.${column}`;
}

function tableOf(host: PageHost, of: ScenarioOf, table: Table, fixed: boolean): TemplateResult {
  const { columns, rows } = table;
  return html`<table class="examples">
    <caption>
      Examples
    </caption>
    <thead>
      <tr>
        ${columns.map((_, at) => html`<th scope="col">${head(host, of, table, { at, fixed })}</th>`)}
        ${fixed ? nothing : html`<td></td>`}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row, r) =>
          html`<tr>
            ${row.map((text, c) => html`<td>${cell(host, of, table, { r, c, text, fixed })}</td>`)}
            ${
              fixed
                ? nothing
                : html`<td>
                    ${iconButton('close', `Remove row ${r + 1}`, () => {
                      void write(host, of, { columns, rows: rows.filter((_, at) => at !== r) });
                      host.focusOn(cellId(of, Math.max(0, r - 1), 0));
                    })}
                  </td>`
            }
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The name of a column; emptied, the column goes. */
function head(
  host: PageHost,
  of: ScenarioOf,
  { columns, rows }: Table,
  { at, fixed }: { readonly at: number; readonly fixed: boolean },
): TemplateResult {
  const old = columns[at] ?? '';
  return html`<input
    class="field"
    dir="auto"
    aria-label=${`Column ${at + 1}; empty, it is taken away`}
    data-field=${cellId(of, 'head', at)}
    ?readonly=${fixed}
    .value=${live(old)}
    @change=${({ target }: Event) => {
      if (!(target instanceof HTMLInputElement)) return;
      const name = target.value.trim();
      if (name === old) return;
      if (columns.includes(name)) {
        host.say(`There is a column ${name} already.`);
        target.value = old;
      } else if (name === '') {
        const left = (cells: readonly string[]): readonly string[] => cells.filter((_, c) => c !== at);
        void write(host, of, { columns: left(columns), rows: rows.map(left) });
      } else void write(host, of, { columns: columns.map((column, c) => (c === at ? name : column)), rows });
    }}
  />`;
}

interface CellOf {
  readonly r: number;
  readonly c: number;
  readonly text: string;
  readonly fixed: boolean;
}

function cell(
  host: PageHost,
  of: ScenarioOf,
  { columns, rows }: Table,
  { r, c, text, fixed }: CellOf,
): TemplateResult {
  return html`<input
    class="field"
    dir="auto"
    aria-label=${`${columns[c] ?? ''}, row ${r + 1}`}
    data-field=${cellId(of, r, c)}
    ?readonly=${fixed}
    .value=${live(text)}
    @change=${({ target }: Event) => {
      if (!(target instanceof HTMLInputElement)) return;
      const value = target.value === '' ? OPEN : target.value;
      const next = rows.map((cells, row) =>
        cells.map((old, column) => (row === r && column === c ? value : old)),
      );
      void write(host, of, { columns, rows: next });
    }}
  />`;
}

function growers(host: PageHost, of: ScenarioOf, { columns, rows }: Table): TemplateResult {
  return html`<button
      class="plain words"
      @click=${() => {
        host.focusOn(cellId(of, rows.length, 0));
        void write(host, of, { columns, rows: [...rows, columns.map(() => OPEN)] });
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
        void write(host, of, { columns: [...columns, name], rows: rows.map((row) => [...row, OPEN]) });
      }}
    >
      Add Column
    </button>`;
}
