/** A text field of the file with all that belongs to it: its draft, what is found in it, and what is in its way. */
import { html, nothing, type TemplateResult } from 'lit';
import { findingList, findingMarks } from './findings.ts';
import type { FieldOf, PageHost } from './pageHost.ts';
import type { TextLook } from './textField.ts';

/** @param judged the text that findings count in */
export function writtenField(host: PageHost, of: FieldOf, judged: string): TemplateResult {
  const { id, at, text, label, marks = [] } = of;
  const value = host.drafts.textOf(id) ?? text;
  const findings = host.findingsAt(at.path, id);
  const trouble = host.drafts.troubleOf(id);
  const locked = host.locked(at);
  const list = `findings-${id.replace(/\W/g, '-')}`;
  const look: TextLook = {
    id,
    value,
    label,
    placeholder: of.placeholder ?? '',
    oneLine: of.oneLine ?? false,
    readOnly: locked !== undefined,
    marks: [...marks, ...findingMarks(findings, judged, value)],
    invalid: trouble !== undefined || findings.some(({ severity, early }) => severity === 'error' && !early),
    ...(findings.length > 0 && of.bare !== true ? { describedBy: list } : {}),
    completes: of.completes ?? false,
    look: `${of.look ?? ''}${locked === undefined ? '' : ' locked'}`,
  };
  return html`<page-text .look=${look} .events=${host.textEvents} title=${at.locked ?? nothing}></page-text>
    ${troubleOf(host, id)}${of.bare ? nothing : findingList(host, findings, id)}`;
}

export function troubleOf(host: PageHost, id: string): TemplateResult | typeof nothing {
  const trouble = host.drafts.troubleOf(id);
  if (trouble === undefined) return nothing;
  if (trouble.kind === 'refused')
    return html`<div class="trouble" role="alert" dir="auto">${trouble.message}</div>`;
  const isKept = trouble.kind === 'kept';
  return html`<div class="trouble" role="alert">
    <p>
      ${
        isKept
          ? 'You typed this earlier, and it is not in the file yet. The file says:'
          : 'The file changed here while you were typing. Nothing of yours is lost. It now says:'
      }
    </p>
    <blockquote dir="auto">${trouble.theirs === '' ? '(nothing)' : trouble.theirs}</blockquote>
    <div class="row">
      <button class="toggle" @click=${() => void host.drafts.keepMine(id)}>
        ${isKept ? 'Put in the File' : 'Keep Mine'}
      </button>
      <button
        class="toggle"
        @click=${() => {
          host.drafts.takeTheirs(id);
        }}
      >
        ${isKept ? 'Discard' : 'Take Theirs'}
      </button>
    </div>
  </div>`;
}
