/** The editor's own icons, drawn in the colour of the text around them. */
import type { TemplateResult } from 'lit';
import { html, unsafeStatic } from 'lit/static-html.js';
import add from '@vscode/codicons/src/icons/add.svg';
import arrowDown from '@vscode/codicons/src/icons/arrow-down.svg';
import arrowLeft from '@vscode/codicons/src/icons/arrow-left.svg';
import arrowRight from '@vscode/codicons/src/icons/arrow-right.svg';
import arrowUp from '@vscode/codicons/src/icons/arrow-up.svg';
import beaker from '@vscode/codicons/src/icons/beaker.svg';
import bookmark from '@vscode/codicons/src/icons/bookmark.svg';
import bug from '@vscode/codicons/src/icons/bug.svg';
import check from '@vscode/codicons/src/icons/check.svg';
import chevronDown from '@vscode/codicons/src/icons/chevron-down.svg';
import chevronLeft from '@vscode/codicons/src/icons/chevron-left.svg';
import chevronRight from '@vscode/codicons/src/icons/chevron-right.svg';
import chevronUp from '@vscode/codicons/src/icons/chevron-up.svg';
import circle from '@vscode/codicons/src/icons/circle.svg';
import close from '@vscode/codicons/src/icons/close.svg';
import comment from '@vscode/codicons/src/icons/comment.svg';
import copy from '@vscode/codicons/src/icons/copy.svg';
import diff from '@vscode/codicons/src/icons/diff.svg';
import discard from '@vscode/codicons/src/icons/discard.svg';
import edit from '@vscode/codicons/src/icons/edit.svg';
import ellipsis from '@vscode/codicons/src/icons/ellipsis.svg';
import error from '@vscode/codicons/src/icons/error.svg';
import picture from '@vscode/codicons/src/icons/file-media.svg';
import gitBranch from '@vscode/codicons/src/icons/git-branch.svg';
import gitCommit from '@vscode/codicons/src/icons/git-commit.svg';
import goToFile from '@vscode/codicons/src/icons/go-to-file.svg';
import gripper from '@vscode/codicons/src/icons/gripper.svg';
import info from '@vscode/codicons/src/icons/info.svg';
import layers from '@vscode/codicons/src/icons/layers.svg';
import lightbulb from '@vscode/codicons/src/icons/lightbulb.svg';
import link from '@vscode/codicons/src/icons/link.svg';
import preview from '@vscode/codicons/src/icons/open-preview.svg';
import pass from '@vscode/codicons/src/icons/pass.svg';
import person from '@vscode/codicons/src/icons/person.svg';
import question from '@vscode/codicons/src/icons/question.svg';
import redo from '@vscode/codicons/src/icons/redo.svg';
import stop from '@vscode/codicons/src/icons/stop-circle.svg';
import table from '@vscode/codicons/src/icons/table.svg';
import tasks from '@vscode/codicons/src/icons/tasklist.svg';
import trash from '@vscode/codicons/src/icons/trash.svg';
import warning from '@vscode/codicons/src/icons/warning.svg';

const ICONS = {
  add,
  arrowDown,
  arrowLeft,
  arrowRight,
  arrowUp,
  beaker,
  bookmark,
  bug,
  check,
  chevronDown,
  chevronLeft,
  chevronRight,
  chevronUp,
  circle,
  close,
  comment,
  copy,
  diff,
  discard,
  edit,
  ellipsis,
  error,
  gitBranch,
  gitCommit,
  goToFile,
  gripper,
  info,
  layers,
  lightbulb,
  link,
  pass,
  person,
  picture,
  preview,
  question,
  redo,
  stop,
  table,
  tasks,
  trash,
  warning,
};

export type IconName = keyof typeof ICONS;

const drawn = new Map<IconName, TemplateResult>();

/** Hidden from screen readers: what it means is said in words beside it. */
export function icon(name: IconName): TemplateResult {
  let template = drawn.get(name);
  if (template === undefined) {
    // The pictures are part of this script; nothing of the file comes in here. Each is parsed once, however often it is drawn.
    template = html`<span class="icon" aria-hidden="true">${unsafeStatic(ICONS[name])}</span>`;
    drawn.set(name, template);
  }
  return template;
}

const TYPES: Readonly<Record<string, IconName>> = {
  story: 'bookmark',
  bug: 'bug',
  task: 'tasks',
  spike: 'beaker',
};

export function typeIcon(type: string | undefined): IconName {
  return TYPES[type ?? 'story'] ?? 'circle';
}

/**
 * Its outline as a CSS shape of 16 pixels, for what is drawn by the hundreds: a clipped box takes a fraction of the time
 * that a picture of its own takes.
 */
export function iconShape(name: IconName): string {
  const outlines = [...ICONS[name].matchAll(/ d="([^"]*)"/g)].map(([, outline = '']) => outline);
  return `path(evenodd, '${outlines.join(' ')}')`;
}
