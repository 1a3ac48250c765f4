/** Tasks: to tick, to add, to bring in order. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Marked } from '../../protocol/panels/storyPage.ts';
import { entryList } from './entries.ts';
import type { PageHost } from './pageHost.ts';
import { adder, personName, section } from './parts.ts';

export function tasksSection(host: PageHost): TemplateResult | typeof nothing {
  const { tasks } = host.page;
  if (tasks === undefined) return nothing;
  const { entries } = tasks;
  const done = entries.filter((task) => task.done).length;
  return section(
    'tasks',
    'Tasks',
    html`${
      entries.length === 0
        ? nothing
        : entryList(host, {
            list: 'tasks',
            noun: 'Task',
            entries,
            content: (entry, id, index) =>
              html`<div class="criterion">
                ${tickBox(host, entry, entry.done, `Task ${index + 1} is done`)}
                <div class="body">
                  ${host.field({
                    id,
                    at: entry,
                    text: entry.text,
                    label: `Task ${index + 1}`,
                    oneLine: true,
                  })}
                </div>
                ${entry.by === undefined ? nothing : html`<span class="chip" dir="auto">${personName(host, entry.by)}</span>`}
              </div>`,
            look: (task) => (task.done ? 'done' : ''),
          })
    }
    ${
      host.locked(tasks) === undefined
        ? adder(host, {
            id: 'add.tasks',
            label: 'Add a task',
            placeholder: 'Add a task',
            add: async (value) => host.change({ kind: 'add', path: 'tasks', value }),
          })
        : nothing
    }`,
    entries.length === 0 ? nothing : html`<span class="count">${done} of ${entries.length} done</span>`,
  );
}

/** A box that ticks an entry; it goes back where that was refused. */
export function tickBox(host: PageHost, at: Marked, done: boolean, label: string): TemplateResult {
  return html`<input
    type="checkbox"
    class="tick"
    aria-label=${label}
    .checked=${done}
    ?disabled=${host.locked(at) !== undefined}
    @change=${({ target }: Event) => {
      if (!(target instanceof HTMLInputElement)) return;
      const { checked } = target;
      void host.change({ kind: 'tick', path: at.path, done: checked, mark: at.mark }).then((made) => {
        if (!made) target.checked = !checked;
      });
    }}
  />`;
}
