/**
 * The page of a story or an epic: what it is told, what it calls, and who does what. The page holds no text but what a
 * person is typing; everything else is the newest `page` event.
 *
 * **Typing.** While a person types into a text, the view keeps a draft: the text, and the mark that it began from. It
 * writes the draft with `change` (`set`) when nothing was typed for `WRITE_PAUSE` ms, at the latest `WRITE_AT_LATEST` ms
 * after the first unwritten key, and at once at blur, Enter in a field of one line, Ctrl+S, and before any other call
 * that changes something. One write is one step of undo. The next write goes out when the answer to the one before is
 * there, with the mark that it gave.
 *
 * **The file changes.** At each `page` event a field without a draft takes the new text, and keeps its caret at the
 * same words. A field with a draft keeps what the person typed: where the new mark is neither the one that it began from
 * nor one that its own writes were answered with, the file has changed under it, which the view says, with two ways on:
 * keep mine (`set` with the new mark) or take theirs (forget the draft). A write that comes too late is answered with
 * `changed`, and nothing is overwritten.
 *
 * **Undo.** In a text with a draft that is not written yet, the browser's own. Everywhere else the view calls `undo` and
 * `redo`: they are those of the file's editor.
 *
 * **Focus.** Lists are drawn by their entries' marks, so that an entry keeps its element when it moves.
 */
import type { ItemAddress } from '../../core/operations/operation.ts';
import type {
  Judgement,
  Page,
  PageChoices,
  PageCompletion,
  PageRef,
} from '../../core/features/page/pageData.ts';
import type { PageChange } from '../../core/features/page/pageChange.ts';
import type { ItemCommits } from '../commits.ts';
import type { NoBacklog } from './backlogEvents.ts';
import type { RichNode } from './richText.ts';

/** Views take their types from here. */
export type {
  Marked,
  PageText,
  Slot,
  PagePart,
  PageGap,
  PageSentence,
  FieldKind,
  RefList,
  PageField,
  PageEntry,
  PageRef,
  StepSlot,
  PageCriterion,
  PageScenario,
  PageTable,
  PageTask,
  PageNote,
  PageLink,
  PageInsight,
  PageScore,
  PageBlocked,
  PageFinding,
  PageFix,
  ItemPage,
  PageList,
  BrokenPage,
  Page,
  PageChoices,
  Judgement,
  PageCompletion,
} from '../../core/features/page/pageData.ts';
export type { PageChange } from '../../core/features/page/pageChange.ts';
export type { ItemCommits } from '../commits.ts';
export type { RichNode, RichTag } from './richText.ts';

export const STORY_PAGE_VIEW_TYPE = 'refinery.storyPage';

/** Milliseconds. */
export const WRITE_PAUSE = 400;
export const WRITE_AT_LATEST = 2000;
/** After the last key, before `judge` is asked; only the newest question counts. */
export const JUDGE_PAUSE = 120;

/** Bytes of a picture, before they are written as base64. */
export const LARGEST_PICTURE = 10 * 1024 * 1024;
/** Characters of a text that is sent. */
export const LONGEST_TEXT = 200_000;

/** What the view keeps with `setState`, from which the page is restored after a restart of the window. */
export interface StoryPageState {
  readonly uri: string;
  readonly item: ItemAddress;
}

export interface PageEvent {
  readonly state: StoryPageState;
  /** Which item of this tab it is: the same as long as it is the same item, whatever its id or its place. */
  readonly turn: number;
  /** Counts up with every change of the file; the newest event counts. */
  readonly revision: number;
  /** The file's name. */
  readonly file: string;
  /** The file has changes that are not saved. */
  readonly dirty: boolean;
  /** Why nothing can be changed (a file that may only be read); absent where it can. */
  readonly readOnly?: string;
  /** An editor still shows the file, and the disk has it no more. */
  readonly deleted: boolean;
  /** A tab that the next item is shown in; false once it is kept. */
  readonly preview: boolean;
  /** The id of the person at the screen, where it is known. */
  readonly me?: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The moment it is told, in seconds since 1970. */
  readonly now: number;
  readonly page: Page;
  /** By path of a link (`links.0`) that is a picture: an address that the page may load. */
  readonly pictures: Readonly<Record<string, string>>;
}

/** What became of a change. */
export type Written =
  /** What the file says at the path now; `''` where nothing. Of an entry that was added or moved: of that entry. */
  | { readonly ok: true; readonly mark: string; readonly revision: number }
  /** `changed`: the file says something else than the mark stands for. `message` is a sentence for the person. */
  | { readonly ok: false; readonly why: 'changed' | 'refused'; readonly message: string };

export interface PictureTaken {
  readonly ok: true;
  /** From the file: `backlog-media/FN-12-1.png`. */
  readonly path: string;
  /** To put in at the caret: `![sketch](backlog-media/FN-12-1.png)`. */
  readonly markdown: string;
}

export interface StoryPageContract {
  readonly calls: {
    /** Changes the file by one small verified edit, one step of undo. */
    readonly change: { readonly params: PageChange; readonly result: Written };
    /** Judges a text that is being typed; nothing is written. The path may be an entry that is not there yet. */
    readonly judge: {
      readonly params: { readonly path: string; readonly text: string };
      readonly result: Judgement;
    };
    /** What may be typed at an offset of a text: people behind `@`, personas in the sentence, ids. */
    readonly complete: {
      readonly params: { readonly path: string; readonly text: string; readonly offset: number };
      readonly result: PageCompletion | null;
    };
    /** Markdown as data. */
    readonly preview: { readonly params: { readonly text: string }; readonly result: readonly RichNode[] };
    /** Stories and epics by id or words, best first: for dependencies. */
    readonly find: {
      readonly params: { readonly query: string };
      readonly result: readonly PageRef[];
    };
    /** Adds a note: by whom and when is filled in; who is not known is asked. A question where it is `to` somebody. */
    readonly note: {
      readonly params: { readonly text: string; readonly to: readonly string[] };
      readonly result: Written;
    };
    /**
     * Stores a pasted or dropped picture beside the file. With `link` it is added to `links`; without, the view puts
     * `markdown` into the draft.
     */
    readonly picture: {
      readonly params: { readonly name: string; readonly base64: string; readonly link: boolean };
      readonly result: PictureTaken | { readonly ok: false; readonly message: string };
    };
    /** Shows another item here, or in a page of its own (Ctrl+click). */
    readonly open: {
      readonly params: { readonly item: ItemAddress; readonly beside: boolean };
      readonly result: null;
    };
    /** Shows a place of the item in the text editor; without a path, the item. */
    readonly openInFile: { readonly params: { readonly path?: string }; readonly result: null };
    /** Opens what a link or a preview's `target` names, if that may be opened; a rule's page too. */
    readonly openLink: { readonly params: { readonly target: string }; readonly result: null };
    readonly openCommit: {
      readonly params: { readonly repository: string; readonly id: string };
      readonly result: null;
    };
    /** Commands about this item; what they ask is asked by the editor. `delete` closes the page. */
    readonly command: {
      readonly params: {
        readonly name:
          | 'split'
          | 'merge'
          | 'delete'
          | 'openChanges'
          | 'startWork'
          | 'copyId'
          | 'newStory'
          | 'showBoard'
          | 'refresh'
          | 'createBacklog'
          | 'createSample'
          | 'rename';
      };
      readonly result: null;
    };
    /** A criterion becomes a story of its own, or goes to another story; asked by the editor. */
    readonly criterion: {
      readonly params: {
        readonly path: string;
        readonly mark: string;
        readonly name: 'promote' | 'moveToStory';
      };
      /** `done` says what was done, for a person; without it, the person changed their mind. */
      readonly result: Written & { readonly done?: string };
    };
    readonly undo: { readonly params: null; readonly result: null };
    readonly redo: { readonly params: null; readonly result: null };
    /** Saves the file. */
    readonly save: { readonly params: null; readonly result: null };
    /** The tab stays for this item: the person began to work on it. The view calls it at the first key typed. */
    readonly pin: { readonly params: null; readonly result: null };
    /** Who sits before the screen: an id of `people`, asked for once. */
    readonly whoAmI: { readonly params: null; readonly result: string | null };
  };
  readonly events: {
    readonly page: PageEvent;
    /** Behind the first page, and when they changed. */
    readonly choices: PageChoices;
    /** What git knows of the item; null where it knows nothing or there is no git. */
    readonly commits: { readonly of: ItemCommits | null };
    /** `item`: the backlog is there, the item is not. */
    readonly missing: { readonly why: NoBacklog | 'item'; readonly name: string };
    /** Puts the focus there, and brings it into view: `title`, `acceptance.2`. */
    readonly focus: { readonly path: string };
  };
}
