/** The fields at the side: pickers, chips and small texts, those of the team among them. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { PageChoices, PageField, PageRef } from '../../protocol/panels/storyPage.ts';
import { icon } from '../shared/icons.ts';
import type { PageHost } from './pageHost.ts';
import { itemLink } from './parts.ts';
import type { Choice, PickerLook } from './picker.ts';
import { troubleOf } from './writtenField.ts';

export function fieldsSection(host: PageHost): TemplateResult {
  const fields = host.page.fields.filter(({ path }) => path !== 'status');
  return html`<section class="part of-fields" aria-label="Fields" data-part="fields">
    <div class="form">
      ${repeat(
        fields,
        ({ path }) => path,
        (field) => fieldRow(host, field),
      )}
    </div>
  </section>`;
}

export function fieldRow(host: PageHost, field: PageField): TemplateResult {
  const findings = host.findingsAt(field.path, field.path);
  return html`<div class="form-row" data-row=${field.path}>
    <span class="label" title=${field.help.replaceAll('`', '')}>${field.title}</span>
    <div class="value">
      ${control(host, field)}${otherwise(field)}${troubleOf(host, field.path)}${
        field.locked === undefined ? nothing : html`<p class="locked-why">${field.locked}</p>`
      }${host.findingList(findings, field.path)}
    </div>
  </div>`;
}

function otherwise({ value, otherwise: other }: PageField): TemplateResult | typeof nothing {
  if (value !== undefined || other?.from === undefined) return nothing;
  return html`<p class="otherwise" dir="auto">${other.value}, from ${other.from.id}</p>`;
}

function control(host: PageHost, field: PageField): TemplateResult {
  switch (field.kind) {
    case 'choice':
    case 'reference':
      return single(host, field);
    case 'words':
    case 'references':
      return several(host, field);
    case 'boolean':
      return html`<input
        type="checkbox"
        class="tick"
        aria-label=${field.title}
        data-field=${field.path}
        .checked=${live(field.value === 'true')}
        ?disabled=${host.locked(field) !== undefined}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLInputElement)
            void host.change(
              target.checked
                ? { kind: 'set', path: field.path, value: true, mark: field.mark }
                : { kind: 'remove', path: field.path, mark: field.mark },
            );
        }}
      />`;
    case 'date':
      return html`<input
        type=${/^(?:\d{4}-\d\d-\d\d)?$/.test(field.value ?? '') ? 'date' : 'text'}
        class="field"
        aria-label=${field.title}
        data-field=${field.path}
        .value=${live(field.value ?? '')}
        ?readonly=${host.locked(field) !== undefined}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) void setField(host, field, target.value);
        }}
      />`;
    case 'text':
    case 'longText':
    case 'number':
      return host.field({
        id: field.path,
        at: field,
        text: field.value ?? '',
        label: field.title,
        placeholder: field.otherwise?.value ?? 'None',
        oneLine: field.kind !== 'longText',
        bare: true,
        look: 'small',
      });
  }
}

async function setField(host: PageHost, { path, mark }: PageField, value: string): Promise<boolean> {
  return host.change(value === '' ? { kind: 'remove', path, mark } : { kind: 'set', path, value, mark });
}

function single(host: PageHost, field: PageField): TemplateResult {
  const choices = choicesOf(host, field);
  const shown =
    choices.find(({ value }) => value === field.value)?.label ?? (field.ref?.title || field.value || '');
  const look: PickerLook = {
    id: field.path,
    label: field.title,
    shown,
    placeholder: field.otherwise?.from === undefined ? (field.otherwise?.value ?? 'None') : 'None',
    choices,
    clears: field.path !== 'status',
    readOnly: host.locked(field) !== undefined,
  };
  const { ref } = field;
  const opens = ref?.address !== undefined && (ref.list === 'epics' || ref.list === 'stories');
  return html`<page-picker
      .look=${look}
      .picked=${(value: string) => void pick(host, field, value)}
    ></page-picker>
    ${opens ? html`<div class="follow">${itemLink(host, ref)}</div>` : nothing}`;
}

/** Decided against with a reason; all else is set. */
async function pick(host: PageHost, field: PageField, value: string): Promise<void> {
  if (field.path === 'status' && host.choices.dropped.includes(value) && host.page.phase !== 'dropped') {
    host.typing.set('drop', host.typing.get('drop') ?? '');
    host.focusOn('drop');
    host.redraw();
    return;
  }
  if (value !== (field.value ?? '')) await setField(host, field, value);
}

function several(host: PageHost, field: PageField): TemplateResult {
  const { entries = [], path } = field;
  const has = new Set(entries.map(({ value }) => value));
  const look: PickerLook = {
    id: path,
    label: `Add to ${field.title}`,
    shown: '',
    placeholder: entries.length === 0 ? (field.otherwise?.value ?? 'None') : 'Add',
    choices: choicesOf(host, field).filter(({ value }) => !has.has(value)),
    free: field.kind === 'words',
    adds: true,
    readOnly: host.locked(field) !== undefined,
  };
  return html`<div class="chips">
    ${repeat(
      entries,
      ({ value }, index) =>
        `${value}#${entries.slice(0, index).filter((other) => other.value === value).length}`,
      (entry) => {
        const name = entry.ref?.title || entry.value;
        return html`<span
          class=${entry.ref !== undefined && entry.ref.address === undefined ? 'chip unknown' : 'chip'}
          ><span dir="auto">${name}</span>${
            host.locked(entry) === undefined
              ? html`<button
                  class="plain"
                  aria-label=${`Remove ${name} from ${field.title}`}
                  title=${`Remove ${name}`}
                  @click=${() => {
                    void host.change({ kind: 'remove', path: entry.path, mark: entry.mark });
                    host.focusOn(path);
                  }}
                >
                  ${icon('close')}
                </button>`
              : nothing
          }</span
        >`;
      },
    )}
    <page-picker
      .look=${look}
      .picked=${(value: string) => void host.change({ kind: 'add', path, value })}
    ></page-picker>
  </div>`;
}

function choicesOf(host: PageHost, field: PageField): readonly Choice[] {
  if (field.of !== undefined)
    return field.of.map((value) => {
      const points = field.path === 'estimate' ? host.choices.points[value] : undefined;
      return points === undefined || String(points) === value
        ? { value, label: value }
        : { value, label: value, detail: `${points} points` };
    });
  if (field.path === 'labels') return host.choices.labels.map((value) => ({ value, label: value }));
  return field.to === undefined ? [] : listed(host.choices, field.to);
}

function listed(choices: PageChoices, to: NonNullable<PageField['to']>): readonly Choice[] {
  if (to === 'items') return [];
  if (to === 'people')
    return choices.people.map(({ id, name, role }) => ({ value: id, label: name, detail: role ?? id }));
  return choices[to].map(refChoice);
}

export function refChoice({ id, title, over, status }: PageRef): Choice {
  return {
    value: id,
    label: title === '' ? id : title,
    detail: status === undefined ? id : `${id} · ${status}`,
    ...(over === undefined ? {} : { over }),
  };
}
