/**
 * Looks at, plans, installs and removes the hooks of a repository, in the folder in which git looks for them. What was
 * there before is kept byte for byte, called by ours, and put back when ours is removed.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { GitHost } from '../../core/workspace/gitHost.ts';
import { asHostError, HostError } from '../hostError.ts';
import {
  HOOK_NAMES,
  type HookName,
  type HookProgram,
  hookScript,
  isOurHook,
  KEPT,
  WHAT,
} from './hookScript.ts';

export interface HookPlan {
  readonly ok: boolean;
  readonly message: string;
  readonly folder: string;
  readonly files: readonly { readonly path: string; readonly what: string }[];
  readonly installed: boolean;
}

export type HookAction = 'status' | 'planInstall' | 'planRemove' | 'install' | 'remove';

/** What one hook is now. */
type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'ours'; readonly keeps: boolean }
  | { readonly kind: 'theirs' }
  /** Ours was replaced by something else, and what was there before is still kept. */
  | { readonly kind: 'replaced' };

/** Never rejects for what git or the folder refuse: the answer says it. */
export async function hooks(
  git: GitHost,
  folder: string,
  action: HookAction,
  program: HookProgram,
): Promise<HookPlan> {
  try {
    return await act(git, folder, action, program);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { ok: false, message: error.message, folder: '', files: [], installed: false };
  }
}

async function act(
  git: GitHost,
  folder: string,
  action: HookAction,
  program: HookProgram,
): Promise<HookPlan> {
  const { where, top } = await hookFolder(git, folder);
  const found = HOOK_NAMES.map((name) => ({ name, found: look(where, name) }));
  const installed = found.every((hook) => hook.found.kind === 'ours');
  const plan = { ok: true, folder: where, installed };
  const note = await folderNote(git, where, top);
  switch (action) {
    case 'status':
      return { ...plan, message: statusOf(found, note), files: found.map((hook) => describe(where, hook)) };
    case 'planInstall':
    case 'install': {
      const blocked = found.find((hook) => hook.found.kind === 'replaced');
      if (blocked)
        return {
          ...plan,
          ok: false,
          message: `${blocked.name}${KEPT} is there, but ${blocked.name} is not ours any more: remove or rename one of them first.`,
          files: [],
        };
      const files = found.map((hook) => ({ path: path.join(where, hook.name), what: installWords(hook) }));
      if (action === 'planInstall') return { ...plan, message: `Two hooks are written.${note}`, files };
      for (const hook of found) install(where, hook, program);
      return { ...plan, installed: true, message: `The hooks are installed.${note}`, files };
    }
    case 'planRemove':
    case 'remove': {
      const ours = found.filter((hook) => hook.found.kind === 'ours');
      const files = ours.map((hook) => ({
        path: path.join(where, hook.name),
        what: removeWords(hook.found),
      }));
      if (ours.length === 0) return { ...plan, message: 'There are no hooks of Refinery here.', files };
      if (action === 'planRemove')
        return { ...plan, message: 'The hooks of Refinery are taken away.', files };
      for (const hook of ours) remove(where, hook);
      return { ...plan, installed: false, message: 'The hooks of Refinery are gone.', files };
    }
  }
}

async function hookFolder(
  git: GitHost,
  folder: string,
): Promise<{ readonly where: string; readonly top: string }> {
  const ask = async (at: string, ...args: readonly string[]): Promise<string> => {
    // As the person has it: the flags of reading would say that there are no hooks.
    const { code, out, err } = await git.run({ folder: at, args: ['rev-parse', ...args], writes: true });
    if (code !== 0)
      throw new HostError(
        /not a git repository/.test(err)
          ? 'There is no git repository here.'
          : `Git says: ${err || 'nothing'}.`,
      );
    return out.replace(/\r?\n$/, '');
  };
  const top = await ask(folder, '--show-toplevel');
  // A relative core.hooksPath counts from the top of the working tree.
  const where = await ask(top, '--path-format=absolute', '--git-path', 'hooks');
  return { where, top };
}

async function folderNote(git: GitHost, where: string, top: string): Promise<string> {
  const { out } = await git.run({
    folder: top,
    args: ['config', '--show-scope', '--get', 'core.hooksPath'],
    writes: true,
  });
  const scope = out.split(/\s/)[0];
  if (out.trim() === '') return '';
  if (scope === 'global' || scope === 'system')
    return ` Git looks for hooks in ${where} for all of your repositories (core.hooksPath).`;
  return ` Git looks for hooks in ${where} (core.hooksPath)${where.startsWith(`${top}${path.sep}`) ? ', which may be a part of the repository' : ''}.`;
}

function look(where: string, name: HookName): Found {
  const keeps = exists(path.join(where, name + KEPT));
  const file = path.join(where, name);
  if (!exists(file)) return keeps ? { kind: 'replaced' } : { kind: 'none' };
  return isOurHook(textOf(file)) ? { kind: 'ours', keeps } : { kind: keeps ? 'replaced' : 'theirs' };
}

/** True for links to nowhere as well: they are somebody's. */
function exists(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

function textOf(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

interface Hook {
  readonly name: HookName;
  readonly found: Found;
}

function describe(where: string, { name, found }: Hook): { readonly path: string; readonly what: string } {
  const words: Readonly<Record<Found['kind'], string>> = {
    none: 'is not there',
    ours: found.kind === 'ours' && found.keeps ? `${WHAT[name]}, after the hook that was there` : WHAT[name],
    theirs: 'is another hook',
    replaced: `is another hook, and ${name}${KEPT} is kept beside it`,
  };
  return { path: path.join(where, name), what: words[found.kind] };
}

function statusOf(found: readonly Hook[], note: string): string {
  const ours = found.filter((hook) => hook.found.kind === 'ours').length;
  const words =
    ours === 0 ? 'are not installed' : ours === found.length ? 'are installed' : 'are installed in part';
  return `The hooks of Refinery ${words}.${note}`;
}

function installWords({ name, found }: Hook): string {
  if (found.kind === 'ours') return `is written anew: it ${WHAT[name]}`;
  if (found.kind === 'theirs')
    return `${WHAT[name]}; the hook that is there is kept as ${name}${KEPT} and called first`;
  return WHAT[name];
}

function removeWords(found: Found): string {
  return found.kind === 'ours' && found.keeps
    ? 'is removed; the hook that was there before comes back'
    : 'is removed';
}

function install(where: string, { name, found }: Hook, program: HookProgram): void {
  const file = path.join(where, name);
  try {
    fs.mkdirSync(where, { recursive: true });
    if (found.kind === 'theirs') fs.renameSync(file, file + KEPT);
    // A name that nobody can guess, and a file that nobody has put there: a link would be followed.
    const temporary = `${file}.${randomUUID()}.refinery-new`;
    const descriptor = fs.openSync(temporary, 'wx', 0o755);
    try {
      fs.writeFileSync(descriptor, hookScript(name, program));
      fs.fchmodSync(descriptor, 0o755);
    } finally {
      fs.closeSync(descriptor);
    }
    fs.renameSync(temporary, file);
  } catch (error) {
    throw asHostError(error, `write ${file}`);
  }
}

function remove(where: string, { name, found }: Hook): void {
  const file = path.join(where, name);
  try {
    if (found.kind === 'ours' && found.keeps) fs.renameSync(file + KEPT, file);
    else fs.unlinkSync(file);
  } catch (error) {
    throw asHostError(error, `remove ${file}`);
  }
}
