/** What the parts of the settings page share. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Setting, SettingsChange, TeamSettings } from '../../protocol/panels/settings.ts';
import { addInput, formEntries, textInput } from '../shared/ui/form.ts';

export type ChangeSettings = (change: SettingsChange) => void;

/** @param key where the file says it; where it does not, that the default counts is said */
export function part(
  { written }: TeamSettings,
  { title, about, key }: { readonly title: string; readonly about: string; readonly key?: string },
  content: TemplateResult,
): TemplateResult {
  const isDefault = key !== undefined && !written.includes(key);
  return html`<section aria-label=${title}>
    <h2>${title}</h2>
    <p class="form-about">
      ${about}${isDefault ? html` <em>The file doesn't set this; these are the defaults.</em>` : nothing}
    </p>
    ${content}
  </section>`;
}

export function set(change: ChangeSettings, ...settings: readonly Setting[]): void {
  change({ kind: 'set', settings });
}

/** A list of texts: one below the other, in an order that matters. */
export function textList(
  parts: { readonly label: string; readonly noun: string; readonly texts: readonly string[] },
  change: (texts: readonly string[]) => void,
): TemplateResult {
  const { label, noun, texts } = parts;
  return formEntries({
    label,
    entries: texts.map((text, at) => ({
      name: text,
      content: textInput({
        label: `${noun} ${at + 1}`,
        value: text,
        change: (to) => {
          change(to === '' ? without(texts, at) : texts.map((one, nth) => (nth === at ? to : one)));
        },
      }),
      remove: () => {
        change(without(texts, at));
      },
    })),
    move: (from, to) => {
      change(moved(texts, from, to));
    },
    add: addInput(`New ${noun.toLowerCase()}`, (text) => {
      change([...texts, text]);
    }),
  });
}

export function without<T>(all: readonly T[], at: number): readonly T[] {
  return all.filter((_, nth) => nth !== at);
}

export function moved<T>(all: readonly T[], from: number, to: number): readonly T[] {
  const rest = without(all, from);
  const [one] = all.slice(from, from + 1);
  return one === undefined ? all : [...rest.slice(0, to), one, ...rest.slice(to)];
}
