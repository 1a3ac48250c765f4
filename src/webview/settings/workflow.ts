/** How work goes on: statuses with their limits, estimates, what makes an item ready and done. */
import { html, type TemplateResult } from 'lit';
import type { Setting, SettingValue, StatusPhase, TeamSettings } from '../../protocol/panels/settings.ts';
import { addInput, choiceInput, formEntries, labelledText, textInput } from '../shared/ui/form.ts';
import { type ChangeSettings, moved, part, set, textList, without } from './parts.ts';

const PHASES: readonly (readonly [StatusPhase, string])[] = [
  ['open', 'To do'],
  ['active', 'In progress'],
  ['done', 'Done'],
  ['dropped', "Won't do"],
];

export function workflowPart(team: TeamSettings, change: ChangeSettings): readonly TemplateResult[] {
  return [
    part(
      team,
      {
        title: 'Statuses',
        about: 'What an item goes through, in this order, and how many may be in a status at once.',
        key: 'workflow.statuses',
      },
      statuses(team, change),
    ),
    part(
      team,
      { title: 'Estimates', about: 'Which estimates the team uses.', key: 'workflow.estimates' },
      labelledText({
        label: 'Allowed estimates',
        value: estimateWords(team),
        hint: 'Numbers, or sizes with their points: S = 2, M = 5, L = 13',
        change: (typed) => {
          set(change, { path: ['workflow', 'estimates'], value: estimatesFrom(typed) });
        },
      }),
    ),
    part(
      team,
      {
        title: 'Definition of ready',
        about: 'What an item must have before work on it begins.',
        key: 'workflow.ready',
      },
      html`${team.ready.map((_, at) => readyOf(team, at, change))}`,
    ),
    part(
      team,
      { title: 'Definition of done', about: 'Shown when an item moves to done.' },
      textList({ label: 'Definition of done', noun: 'Condition', texts: team.doneWhen }, (texts) => {
        set(change, { path: ['workflow', 'done_when'], value: texts.length === 0 ? null : texts });
      }),
    ),
  ];
}

function statuses(team: TeamSettings, change: ChangeSettings): TemplateResult {
  const names = team.statuses.map(({ name }) => name);
  return formEntries({
    label: 'Statuses',
    entries: team.statuses.map(({ name, phase, limit, used }, at) => ({
      name,
      fixed:
        used > 0
          ? `${name} can't be removed: ${used === 1 ? 'one item is' : `${used} items are`} in it`
          : undefined,
      content: html`${textInput({
        label: `Name of status ${at + 1}`,
        value: name,
        change: (to) => {
          if (to !== '') rename(team, change, name, to);
        },
      })}
      ${choiceInput({
        label: `${name} counts as`,
        value: phase,
        of: PHASES,
        change: (to) => {
          set(change, ...phaseSettings(team, name, to));
        },
      })}
      ${textInput({
        label: `Limit of ${name}`,
        value: limit === null ? '' : String(limit),
        placeholder: 'No limit',
        narrow: true,
        change: (typed) => {
          const path = ['workflow', 'wip', name];
          set(change, { path, value: typed === '' ? null : typed });
        },
      })}`,
      remove: () => {
        set(change, { path: ['workflow', 'statuses'], value: without(names, at) });
      },
    })),
    move: (from, to) => {
      set(change, { path: ['workflow', 'statuses'], value: moved(names, from, to) });
    },
    add: addInput('New status', (name) => {
      // Before the first that is done: behind it, nothing would get there.
      const at = team.statuses.findIndex(({ phase }) => phase === 'done' || phase === 'dropped');
      const index = at === -1 ? names.length : at;
      const value = [...names.slice(0, index), name, ...names.slice(index)];
      set(change, { path: ['workflow', 'statuses'], value });
    }),
  });
}

/** A status of the file is renamed wherever it is named; one of the defaults only begins to be the team's own. */
function rename(team: TeamSettings, change: ChangeSettings, from: string, to: string): void {
  if (team.written.includes('workflow.statuses')) {
    change({ kind: 'renameStatus', from, to });
    return;
  }
  const value = team.statuses.map(({ name }) => (name === from ? to : name));
  set(change, { path: ['workflow', 'statuses'], value });
}

const LISTS: Readonly<Record<Exclude<StatusPhase, 'open'>, string>> = {
  active: 'active',
  done: 'done',
  dropped: 'dropped',
};

/** What a status counts as is said by the lists that name it: only those that change are written. */
export function phaseSettings(team: TeamSettings, name: string, to: StatusPhase): readonly Setting[] {
  return Object.entries(LISTS).flatMap(([phase, key]): readonly Setting[] => {
    const before = team.statuses.filter((status) => status.phase === phase).map((status) => status.name);
    const after = team.statuses
      .filter((status) => (status.name === name ? to : status.phase) === phase)
      .map((status) => status.name);
    return before.join('\n') === after.join('\n') ? [] : [{ path: ['workflow', key], value: after }];
  });
}

function estimateWords({ estimates }: TeamSettings): string {
  return estimates.map(({ name, points }) => (points === null ? name : `${name} = ${points}`)).join(', ');
}

/** `1, 2, 3`, or `S = 2, M = 5`; undefined points of a size are left to the file. Empty: the defaults. */
export function estimatesFrom(typed: string): SettingValue {
  const all = typed.split(/[,;]/).flatMap((text) => (text.trim() === '' ? [] : [text.trim()]));
  if (all.length === 0) return null;
  const pairs = all.map((text) => text.split(/[=:]/).map((side) => side.trim()));
  const sized = pairs.flatMap(([name = '', points = '']) =>
    points === '' || Number.isNaN(Number(points)) ? [] : [[name, Number(points)] as const],
  );
  return sized.length === pairs.length ? Object.fromEntries(sized) : all;
}

function readyOf(team: TeamSettings, at: number, change: ChangeSettings): TemplateResult {
  const { type = '', fields = [] } = team.ready[at] ?? {};
  const known = team.readyFields.map(({ key }) => key);
  const all = [
    ...team.readyFields,
    ...fields.filter((key) => !known.includes(key)).map((key) => ({ key, title: key })),
  ];
  return html`<fieldset class="form-checks">
    <legend>A ${type} needs</legend>
    ${all.map(
      ({ key, title }) =>
        html`<label
          ><input
            type="checkbox"
            .checked=${fields.includes(key)}
            @change=${() => {
              const wanted = fields.includes(key) ? fields.filter((one) => one !== key) : [...fields, key];
              set(change, ...readySettings(team, type, wanted));
            }}
          />
          ${title}</label
        >`,
    )}
  </fieldset>`;
}

/** Where the file says nothing of it, what counts by default for the other types is written too: else it would go. */
export function readySettings(
  team: TeamSettings,
  type: string,
  fields: readonly string[],
): readonly Setting[] {
  const isWritten = team.written.includes('workflow.ready');
  return team.ready
    .filter((one) => !isWritten || one.type === type)
    .map((one) => ({
      path: ['workflow', 'ready', one.type],
      value: one.type === type ? fields : one.fields,
    }));
}
