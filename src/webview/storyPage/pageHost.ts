/** What the parts of the page are given: what is shown, and what can be done. */
import type { TemplateResult } from 'lit';
import type {
  ItemCommits,
  ItemPage,
  Marked,
  PageChange,
  PageChoices,
  PageEvent,
  PageFinding,
  PageRef,
  PageSentence,
  RichNode,
  Slot,
  StoryPageContract,
} from '../../protocol/panels/storyPage.ts';
import type { TextMark } from './caret.ts';
import type { Drafts } from './drafts.ts';
import type { Choice } from './picker.ts';
import type { TextEvents } from './textField.ts';

export type ListKey = 'acceptance' | 'tasks' | 'notes' | 'links' | 'insights' | 'depends_on';
export type CommandName = StoryPageContract['calls']['command']['params']['name'];

/** What a text field is about. */
export interface FieldOf {
  /** Names it as long as it is there, wherever it moves. */
  readonly id: string;
  readonly at: Marked;
  readonly text: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly oneLine?: boolean;
  readonly marks?: readonly TextMark[];
  readonly completes?: boolean;
  readonly look?: string;
  /** Findings are shown by another part. */
  readonly bare?: boolean;
}

export interface PageHost {
  readonly event: PageEvent;
  readonly page: ItemPage;
  readonly choices: PageChoices;
  readonly commits: ItemCommits | null | undefined;
  readonly drafts: Drafts;
  readonly textEvents: TextEvents;
  /** Why nothing can be changed at a place; undefined where it can. */
  locked(at: Marked): string | undefined;
  /** A text field with all that is said about it. */
  field(of: FieldOf): TemplateResult;
  /** What is found at or below a path; while it is typed, in what is typed. */
  findingsAt(path: string, id?: string): readonly PageFinding[];
  findingList(findings: readonly PageFinding[], id: string): TemplateResult;
  /** The sentence as it is typed. */
  sentence(): PageSentence;
  /** Puts words into the sentence where this part belongs. */
  putPart(slot: Slot, words: string): void;
  /** The part to fill in after this one: the next that is missing and not on its way into the sentence already. */
  nextGap(slot: Slot): Slot | undefined;
  keysOf(list: ListKey): readonly string[];
  /** Makes a change behind what is being typed; false where it was not made, which was said. */
  change(change: PageChange): Promise<boolean>;
  note(text: string, to: readonly string[]): Promise<boolean>;
  /** A criterion goes to another story, or is one; false where it stays. */
  criterion(at: Marked, name: 'promote' | 'moveToStory'): Promise<boolean>;
  open(ref: PageRef, beside: boolean): void;
  openInFile(path?: string): void;
  openLink(target: string): void;
  openCommit(repository: string, id: string): void;
  command(name: CommandName): void;
  find(query: string): Promise<readonly Choice[]>;
  picture(file: File, link: boolean): Promise<string>;
  preview(): readonly RichNode[] | undefined;
  togglePreview(): void;
  /** What is typed into a field that adds to a list, or asks before something is done. */
  readonly typing: Map<string, string>;
  /** Puts the focus on a field once it is drawn: an id, or a path. */
  focusOn(field: string): void;
  announce(text: string): void;
  redraw(): void;
  readonly dropAt: { readonly list: string; readonly index: number } | undefined;
  /** An entry is drawn: it can be dragged. */
  dragged(element: Element | undefined, list: ListKey, key: string): void;
}
