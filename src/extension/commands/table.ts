/** The handler of every command. The type makes a command without one a compile error. */
import type { CommandId } from '../../protocol/commands.ts';
import { block } from './block.ts';
import { createBacklog, createSample } from './create.ts';
import { copyId, goToStory, openFile, showProblems } from './find.ts';
import { moveRows } from './move.ts';
import { newEpic } from './newEpic.ts';
import { newStory, newStoryAfter } from './newStory.ts';
import { openItem, openPage, openStory } from './open.ts';
import { deleteItem, dropItem } from './remove.ts';
import type { Handler } from './handler.ts';
import { showPanel } from '../panels/register.ts';
import {
  copyCommit,
  copyReleaseNote,
  finish,
  installHooks,
  link,
  openChanges,
  openCommit,
  removeHooks,
  setActive,
  showFiles,
  startWork,
  unlinked,
  why,
} from '../scm/handlers.ts';
import { refresh, restartServer, showOutput } from './server.ts';
import { setEpic, setEstimate, setRelease, setSprint, setStatus } from './set.ts';
import { setAssignee } from './setAssignee.ts';
import { undo } from './undo.ts';
import { acceptAndOpen } from './quickAdd.ts';
import { chooseBacklog, clearFilter, filter, groupBy, hideDone } from './view.ts';

export const HANDLERS: Readonly<Record<CommandId, Handler>> = {
  'refinery.newStory': newStory,
  'refinery.newStoryAfter': newStoryAfter,
  'refinery.addAndOpen': acceptAndOpen,
  'refinery.newEpic': newEpic,
  'refinery.createStoryFromComment': async (app, args) =>
    (await import('../everywhere/storyFromComment.ts')).createStoryFromComment(app, args),
  'refinery.openStory': openStory,
  'refinery.openPage': openPage,
  'refinery.openItem': openItem,
  'refinery.goToStory': goToStory,
  'refinery.setStatus': setStatus,
  'refinery.setEstimate': setEstimate,
  'refinery.setAssignee': setAssignee,
  'refinery.setSprint': setSprint,
  'refinery.setEpic': setEpic,
  'refinery.setRelease': setRelease,
  'refinery.block': block,
  'refinery.moveUp': moveRows('up'),
  'refinery.moveDown': moveRows('down'),
  'refinery.moveTop': moveRows('top'),
  'refinery.moveBottom': moveRows('bottom'),
  'refinery.splitStory': async (app, args) => (await import('../refactor/split.ts')).splitStory(app, args),
  'refinery.mergeStories': async (app, args) =>
    (await import('../refactor/merge.ts')).mergeStories(app, args),
  'refinery.extractEpic': async (app, args) =>
    (await import('../refactor/extractEpic.ts')).extractEpic(app, args),
  'refinery.moveCriterion': async (app, args) =>
    (await import('../refactor/moveCriterion.ts')).moveCriterion(app, args),
  'refinery.rename': async (app, args) => (await import('../refactor/editTitle.ts')).rename(app, args),
  'refinery.changeId': async (app, args) => (await import('../refactor/rename.ts')).changeId(app, args),
  'refinery.copyId': copyId,
  'refinery.dropItem': dropItem,
  'refinery.deleteItem': deleteItem,
  'refinery.undo': undo,
  'refinery.groupBy': groupBy,
  'refinery.hideDone': hideDone,
  'refinery.filter': filter,
  'refinery.clearFilter': clearFilter,
  'refinery.refresh': refresh,
  'refinery.chooseBacklog': chooseBacklog,
  'refinery.openFile': openFile,
  'refinery.backlogSettings': showPanel('settings'),
  'refinery.showBoard': showPanel('board'),
  'refinery.showPlanning': showPanel('planning'),
  'refinery.showStoryMap': showPanel('storyMap'),
  'refinery.startSprint': async (app, args) => (await import('../sprints.ts')).startSprint(app, args),
  'refinery.closeSprint': async (app, args) => (await import('../sprints.ts')).closeSprint(app, args),
  'refinery.showProblems': showProblems,
  'refinery.commits.startWork': startWork,
  'refinery.commits.setActive': setActive,
  'refinery.commits.finish': finish,
  'refinery.commits.link': link,
  'refinery.commits.openChanges': openChanges,
  'refinery.commits.showFiles': showFiles,
  'refinery.commits.copyReleaseNote': copyReleaseNote,
  'refinery.commits.open': openCommit,
  'refinery.commits.copy': copyCommit,
  'refinery.commits.why': why,
  'refinery.commits.unlinked': unlinked,
  'refinery.commits.installHooks': installHooks,
  'refinery.commits.removeHooks': removeHooks,
  'refinery.createBacklog': createBacklog,
  'refinery.createSample': createSample,
  'refinery.restartServer': restartServer,
  'refinery.showOutput': showOutput,
};
