/** What is changed on the settings page, as an operation. */
import type { Operation, Value } from '../../../protocol/lsp.ts';
import type { SettingsChange, TeamSettings } from '../../../protocol/panels/settings.ts';

/** @param team as the file has it now */
export function operationOf(change: SettingsChange, team: TeamSettings): Operation {
  switch (change.kind) {
    case 'set': {
      const operations = change.settings.map(({ path, value }) => setting(path, value));
      const [only] = operations;
      return operations.length === 1 && only !== undefined ? only : { type: 'sequence', operations };
    }
    case 'key':
      return keyOperation(change.to, team);
    case 'renameStatus':
      return renameStatus(change.from, change.to, team);
    case 'add':
      return {
        type: 'add',
        list: change.list,
        fields: { id: change.id, ...(change.name === '' ? {} : { name: change.name }) },
      };
    case 'setMember': {
      const { list, id, field, value } = change;
      return { type: 'set', item: { id, list }, field, value: value.length === 0 ? null : value };
    }
    case 'remove':
      return { type: 'delete', item: { id: change.id, list: change.list } };
  }
}

function setting(path: readonly string[], value: Value): Operation {
  return { type: 'setSetting', path, value };
}

/** What a status counts as is written first where the file left it to the defaults: they know it by its old name alone. */
function renameStatus(from: string, to: string, { statuses, written }: TeamSettings): Operation {
  const rename: Operation = { type: 'rename', what: 'status', from, to };
  const phase = statuses.find(({ name }) => name === from)?.phase;
  if (phase === undefined || phase === 'open' || written.includes(`workflow.${phase}`)) return rename;
  const named = statuses.filter((status) => status.phase === phase).map(({ name }) => name);
  return { type: 'sequence', operations: [setting(['workflow', phase], named), rename] };
}

/** Ids keep the key that they have; commits go on finding their stories by it. */
function keyOperation(to: string, { product: { key, formerKeys }, numbered }: TeamSettings): Operation {
  const set = setting(['product', 'key'], to);
  if (key === '' || numbered === 0) return set;
  const former = [...formerKeys.filter((one) => one !== to && one !== key), key];
  return { type: 'sequence', operations: [set, setting(['product', 'former_keys'], former)] };
}
