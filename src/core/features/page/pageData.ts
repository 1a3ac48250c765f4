/**
 * What the page of one story or epic shows, as plain data: every text as a person reads it, what can be changed from
 * there, and what is found in it. A *path* names a place in the item as operations do: `story`, `blocked.why`,
 * `acceptance.2`, `acceptance.2.then.0`; positions count from 0. A *mark* stands for what the file says at a place when
 * the page was made: a change is made only where the mark still fits, so that nobody's words are overwritten unseen.
 */
import type { ListName } from '../../backlog/lists.ts';
import type { Severity } from '../../backlog/problem.ts';
import type { CriterionNotation, ItemAddress } from '../../operations/operation.ts';
import type { ScoreName } from '../../planning/scores.ts';
import type { Span } from '../../text/span.ts';

/** Something that is found in the file at one place. */
export interface Marked {
  readonly path: string;
  /** The same as long as the file says the same there; `''` where there is nothing. */
  readonly mark: string;
  /** Why it can't be changed from here, as one sentence; absent where it can. */
  readonly locked?: string;
}

/** A text field: the title, the sentence, the description. */
export interface PageText extends Marked {
  /** Without the line break that a block ends with. Empty where there is none. */
  readonly text: string;
}

export type Slot = 'role' | 'situation' | 'means' | 'end';

/** A part of the sentence; offsets count in its text. */
export interface PagePart extends Span {
  readonly slot: Slot;
  readonly text: string;
  /** The words that announce it: `As a`, `I want to`, `so that`. */
  readonly indicator: Span;
}

/** A part that the template has and the sentence has not. */
export interface PageGap {
  readonly slot: Slot;
  /** What the template calls it: `benefit`. */
  readonly name: string;
  /** The offset at which the part belongs: `before`, the person's words and `after` are put in there. */
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/** The sentence taken apart. An empty sentence has the gaps of the team's first template. */
export interface PageSentence {
  /** Position in the team's templates of the one that it follows. */
  readonly template?: number;
  /** In the order of the text. */
  readonly parts: readonly PagePart[];
  /** In the order of the template. Put in one after the other, each counts in the sentence as it is now. */
  readonly gaps: readonly PageGap[];
}

/** What a field with one value is chosen or typed from. */
export type FieldKind =
  'text' | 'longText' | 'number' | 'boolean' | 'date' | 'choice' | 'reference' | 'words' | 'references';

/** Lists that pickers offer from; the choices come apart from the page. */
export type RefList =
  'people' | 'epics' | 'sprints' | 'releases' | 'objectives' | 'metrics' | 'insights' | 'items' | 'teams';

/** A field with a picker or one small value: status, estimate, assignee, the team's own. */
export interface PageField extends Marked {
  /** In the words of the format or the team. */
  readonly title: string;
  /** One or two sentences; code in backticks, else plain text. */
  readonly help: string;
  readonly kind: FieldKind;
  /** The value as written; absent where there is none. `true` and `false` for a boolean. */
  readonly value?: string;
  /** The entries of a field of kind `words` or `references`. */
  readonly entries?: readonly PageEntry[];
  /** What may be chosen (`choice`), in the team's order. What stands there may be something else: a finding says so. */
  readonly of?: readonly string[];
  /** What may be named (`reference`, `references`). */
  readonly to?: RefList;
  /** What `value` names. */
  readonly ref?: PageRef;
  /** What counts where nothing is written: a story's release is that of its epic, its status the first one. */
  readonly otherwise?: { readonly value: string; readonly from?: PageRef };
  /** True for the team's own fields (`x-…`). */
  readonly own?: boolean;
}

/** One entry of a list of words or ids. */
export interface PageEntry extends Marked {
  readonly value: string;
  /** What it names, in a list of references. */
  readonly ref?: PageRef;
}

/** Another item, as a link. */
export interface PageRef {
  readonly id: string;
  /** Where it is; absent where the backlog has no such item. */
  readonly address?: ItemAddress;
  readonly list?: ListName;
  readonly title: string;
  readonly status?: string;
  /** Finished, dropped, closed or released. */
  readonly over?: boolean;
}

export type StepSlot = 'given' | 'when' | 'then';

export interface PageCriterion extends Marked {
  /** `raw`: what stands there is nothing that the page knows; `text` has it as written, and `locked` says why. */
  readonly notation: 'line' | 'mapping' | 'check' | 'gherkin' | 'raw';
  /** A line, a check (without its box) or a Gherkin block; of a mapping, all of it on one line. */
  readonly text: string;
  /** The keywords of a line or of Gherkin, for emphasis; offsets of `text`. */
  readonly keywords: readonly Span[];
  /** True where it is ticked. Everything but `raw` can be ticked where `tickable` says so. */
  readonly done: boolean;
  readonly tickable: boolean;
  /** Of a mapping with steps. */
  readonly scenario?: PageScenario;
  /** A line that goes on with the scenario of the line before. */
  readonly continues?: boolean;
  /** The notations that it can be written in instead, each with why not where it can't. */
  readonly other: readonly { readonly to: CriterionNotation; readonly not?: string }[];
}

export interface PageScenario {
  /** Path `acceptance.N.scenario`; empty where it has no name. */
  readonly name: string;
  readonly given: readonly string[];
  readonly when: readonly string[];
  readonly then: readonly string[];
  readonly examples?: PageTable;
}

/** Examples as a table: rows of as many cells as there are columns. */
export interface PageTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Why it is shown as written only. */
  readonly locked?: string;
  /** As written, where it is no table. */
  readonly raw?: string;
}

export interface PageTask extends Marked {
  readonly text: string;
  readonly by?: string;
  readonly done: boolean;
}

export interface PageNote extends Marked {
  readonly text: string;
  readonly by?: string;
  readonly date?: string;
  /** Who is asked: then it is a question. */
  readonly to: readonly string[];
  readonly done: boolean;
}

export interface PageLink extends Marked {
  readonly url: string;
  readonly kind?: string;
  readonly review: readonly string[];
  /** `none`: nothing that may be opened (`javascript:`, `command:`, `file:`). */
  readonly opens: 'web' | 'file' | 'none';
  /** A picture of a kind that can be shown, in the repository. */
  readonly picture: boolean;
}

export interface PageInsight extends PageEntry {
  readonly source?: string;
  readonly who?: string;
  readonly weight?: number;
  readonly count?: number;
}

export interface PageScore extends Marked {
  /** Each number that a score may have, those of its kind first. */
  readonly numbers: readonly {
    readonly key: string;
    readonly title: string;
    readonly help: string;
    /** As written. */
    readonly value?: string;
    /** Belongs to the kind that the numbers make, whole or in part. */
    readonly wanted: boolean;
  }[];
  /** What the numbers make, whole or in part. */
  readonly name?: ScoreName;
  readonly missing: readonly string[];
  readonly result?: {
    readonly value: number;
    /** `reach × impact × confidence ÷ effort` */
    readonly formula: string;
    /** `2000 × 2 × 0.8 ÷ 3` */
    readonly numbers: string;
  };
}

export interface PageBlocked extends Marked {
  readonly is: boolean;
  readonly why: string;
  readonly by?: string;
  readonly due?: string;
}

export interface PageFinding {
  /** The same while the same is found at the same place. */
  readonly id: string;
  /** The first key of where it stands: `acceptance`; empty for the item as a whole. */
  readonly field: string;
  /** Which entry of the list, from 0. */
  readonly entry?: number;
  /** The place as exactly as it is known: `acceptance.2.then.0`. */
  readonly path: string;
  /** Offsets of the text at `path`, as the page shows it. */
  readonly span?: Span;
  readonly severity: Severity;
  /** Plain text. */
  readonly message: string;
  readonly rule: string;
  /** The page about the rule. */
  readonly href: string;
  /** Not judged yet, since the item is an idea: what would be said once it is ready. Show it quietly. */
  readonly early?: boolean;
  readonly fixes: readonly PageFix[];
}

export interface PageFix {
  readonly title: string;
  readonly preferred?: boolean;
}

/** One item as a form. */
export interface ItemPage {
  readonly readable: true;
  readonly list: 'stories' | 'epics';
  readonly address: ItemAddress;
  readonly id?: string;
  readonly title: PageText;
  /** Also where a picker shows them: for the head of the page and what is asked of the item. */
  readonly type: string;
  readonly status?: string;
  /** Finished, dropped, or neither. */
  readonly phase: 'idea' | 'open' | 'done' | 'dropped';
  readonly story: PageText & { readonly sentence: PageSentence };
  readonly description: PageText;
  /** Absent for an epic. */
  readonly acceptance?: PageList<PageCriterion>;
  readonly tasks?: PageList<PageTask>;
  readonly notes: PageList<PageNote>;
  readonly links: PageList<PageLink>;
  readonly insights: PageList<PageInsight>;
  readonly dependsOn: PageList<PageEntry>;
  /** Who depends on it, in rank order. */
  readonly neededBy: readonly PageRef[];
  /** Fields with pickers, in the order in which they are shown; `outcome.metric` and its like last. */
  readonly fields: readonly PageField[];
  readonly score: PageScore;
  readonly blocked: PageBlocked;
  /** What the definition of ready asks for and the item lacks: paths, in the team's order. */
  readonly missing: readonly string[];
  /** Place in the list, from 1; the stories next to it. */
  readonly rank: { readonly at: number; readonly of: number };
  readonly previous?: PageRef;
  readonly next?: PageRef;
  /** Of an epic: its stories in rank order, at most 200, and how many there are and are done. */
  readonly stories?: {
    readonly refs: readonly PageRef[];
    readonly count: number;
    readonly done: number;
    readonly points: number;
    readonly donePoints: number;
  };
  /** Keys that the page has no field for, as they are written; looked at here, changed in the file. */
  readonly others: readonly { readonly key: string; readonly raw: string }[];
  readonly findings: readonly PageFinding[];
}

/** A list, whole: `mark` and `locked` are about adding to it. */
export interface PageList<T extends Marked> extends Marked {
  readonly entries: readonly T[];
}

/** What can be read of an item that is no mapping of fields. */
export interface BrokenPage {
  readonly readable: false;
  readonly list: 'stories' | 'epics';
  readonly address: ItemAddress;
  readonly id?: string;
  readonly title?: string;
  /** One sentence. */
  readonly why: string;
  /** As it stands in the file. */
  readonly raw: string;
  readonly findings: readonly PageFinding[];
}

export type Page = ItemPage | BrokenPage;

/** What pickers offer, for the whole backlog. */
export interface PageChoices {
  readonly people: readonly { readonly id: string; readonly name: string; readonly role?: string }[];
  readonly teams: readonly PageRef[];
  /** What is over stands last. */
  readonly epics: readonly PageRef[];
  readonly sprints: readonly (PageRef & { readonly start?: string; readonly end?: string })[];
  readonly releases: readonly (PageRef & { readonly date?: string })[];
  readonly objectives: readonly PageRef[];
  readonly metrics: readonly PageRef[];
  readonly insights: readonly PageRef[];
  /** The most used first. */
  readonly labels: readonly string[];
  readonly personas: readonly { readonly id?: string; readonly name: string }[];
  /** The team's sentences, as they are written: `As a <role>, I want <means>, so that <benefit>`. */
  readonly templates: readonly string[];
  readonly statuses: readonly string[];
  readonly done: readonly string[];
  readonly dropped: readonly string[];
  /** The points of each estimate that has some. */
  readonly points: Readonly<Record<string, number>>;
  /** The definition of done, shown when an item moves to done. */
  readonly doneWhen: readonly string[];
}

/** What is found in a text that is not in the file yet. */
export interface Judgement {
  /** Those at or below the path, with `span` counting in the text that was sent. */
  readonly findings: readonly PageFinding[];
  /** For the sentence. */
  readonly sentence?: PageSentence;
}

/** What may be typed at the cursor. */
export interface PageCompletion {
  /** What is replaced; offsets of the text that was sent. */
  readonly replace: Span;
  readonly items: readonly {
    readonly label: string;
    readonly detail?: string;
    readonly insert: string;
    readonly kind: 'person' | 'persona' | 'item' | 'word';
  }[];
}
