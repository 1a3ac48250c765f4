/** All figures, in the order in which they are measured and shown. */
import type { Figure } from './figure.ts';
import { answers } from './figures/answers.ts';
import { board } from './figures/board.ts';
import { check } from './figures/check.ts';
import { commits } from './figures/commits.ts';
import { committing } from './figures/committing.ts';
import { editor } from './figures/editor.ts';
import { findings } from './figures/findings.ts';
import { keystroke } from './figures/keystroke.ts';
import { list } from './figures/list.ts';
import { memory } from './figures/memory.ts';
import { others } from './figures/others.ts';
import { opening } from './figures/opening.ts';
import { reading } from './figures/reading.ts';
import { screen } from './figures/screen.ts';
import { sets } from './figures/sets.ts';
import { sizes } from './figures/sizes.ts';
import { slope } from './figures/slope.ts';
import { storyPage } from './figures/storyPage.ts';
import { tree } from './figures/tree.ts';

export const FIGURES: readonly Figure[] = [
  keystroke,
  findings,
  others,
  slope,
  opening,
  answers,
  storyPage,
  screen,
  memory,
  reading,
  sets,
  tree,
  list,
  check,
  board,
  commits,
  committing,
  sizes,
  editor,
];
