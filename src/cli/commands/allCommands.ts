import type { Command } from '../command.ts';
import { check } from './check.ts';
import { commits } from './commits.ts';
import { hooks } from './hooks.ts';
import { init } from './init.ts';
import { link } from './link.ts';
import { list } from './list.ts';
import { move } from './move.ts';
import { newItem } from './new.ts';
import { releaseNotes } from './releaseNotes.ts';
import { rename } from './rename.ts';
import { set } from './set.ts';
import { show } from './show.ts';
import { sprint } from './sprint.ts';

/** Every command, in the order in which the help names them. */
export const COMMANDS: readonly Command[] = [
  check,
  list,
  show,
  newItem,
  set,
  rename,
  move,
  sprint,
  init,
  commits,
  link,
  hooks,
  releaseNotes,
];
