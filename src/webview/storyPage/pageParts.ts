/** What the view gives to its parts. */
import { html, type TemplateResult } from 'lit';
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
} from '../../protocol/panels/storyPage.ts';
import type { Calls } from './calls.ts';
import type { Drafts } from './drafts.ts';
import type { EntryKeys } from './entryKeys.ts';
import { refChoice } from './fields.ts';
import { findingList } from './findings.ts';
import type { Focusing } from './focusing.ts';
import type { Judging } from './judging.ts';
import type { CommandName, FieldOf, ListKey, PageHost } from './pageHost.ts';
import type { Choice } from './picker.ts';
import type { TextEvents } from './textField.ts';
import { writtenField } from './writtenField.ts';

/** Before the host has told what may be chosen. */
export const NO_CHOICES: PageChoices = {
  people: [],
  teams: [],
  epics: [],
  sprints: [],
  releases: [],
  objectives: [],
  metrics: [],
  insights: [],
  labels: [],
  personas: [],
  templates: [],
  statuses: [],
  done: [],
  dropped: [],
  points: {},
  doneWhen: [],
};

/** What parts need of the view. */
export interface PartsView {
  readonly event: PageEvent | undefined;
  readonly page: ItemPage | undefined;
  readonly choices: PageChoices;
  readonly commits: ItemCommits | null | undefined;
  readonly drafts: Drafts;
  readonly calls: Calls;
  readonly judging: Judging;
  readonly focusing: Focusing;
  readonly keys: EntryKeys;
  readonly textEvents: TextEvents;
  readonly typing: Map<string, string>;
  readonly dropAt: PageHost['dropAt'];
  preview: readonly RichNode[] | undefined;
  showPreview(): Promise<void>;
  change(change: PageChange): Promise<boolean>;
  pin(): void;
  drawn(element: Element | undefined, list: ListKey, key: string): void;
  announce(text: string): void;
  requestUpdate(): void;
}

export class PageParts implements PageHost {
  readonly #view: PartsView;
  #putting: Promise<void> = Promise.resolve();
  /** Parts that were given, and that the sentence has not got yet. */
  readonly #onTheWay = new Set<Slot>();

  constructor(view: PartsView) {
    this.#view = view;
  }

  get event(): PageEvent {
    const { event } = this.#view;
    if (event === undefined) throw new Error('parts are drawn where there is a page');
    return event;
  }

  get page(): ItemPage {
    const { page } = this.#view;
    if (page === undefined) throw new Error('parts are drawn where there is a page');
    return page;
  }

  get choices(): PageChoices {
    return this.#view.choices;
  }
  get commits(): ItemCommits | null | undefined {
    return this.#view.commits;
  }
  get drafts(): Drafts {
    return this.#view.drafts;
  }
  get textEvents(): TextEvents {
    return this.#view.textEvents;
  }
  get typing(): Map<string, string> {
    return this.#view.typing;
  }
  get dropAt(): PageHost['dropAt'] {
    return this.#view.dropAt;
  }

  locked(at: Marked): string | undefined {
    return this.event.readOnly ?? at.locked;
  }

  field(of: FieldOf): TemplateResult {
    const { id, text } = of;
    const judged = this.#judged(id)?.text ?? text;
    return html`${writtenField(this, of, judged)}`;
  }

  #judged(id: string) {
    return this.drafts.textOf(id) === undefined ? undefined : this.#view.judging.of(id);
  }

  findingsAt(path: string, id?: string): readonly PageFinding[] {
    const judged = id === undefined ? undefined : this.#judged(id);
    if (judged !== undefined) return judged.judgement.findings;
    return this.page.findings.filter(
      (finding) => finding.path === path || finding.path.startsWith(`${path}.`),
    );
  }

  findingList(findings: readonly PageFinding[], id: string): TemplateResult {
    return findingList(this, findings, id);
  }

  sentence(): PageSentence {
    return this.#judged('story')?.judgement.sentence ?? this.page.story.sentence;
  }

  putPart(slot: Slot, words: string): void {
    this.#onTheWay.add(slot);
    // One after the other: each belongs into the sentence that the one before left.
    this.#putting = this.#putting.then(async () => {
      await this.#put(slot, words);
      this.#onTheWay.delete(slot);
    });
  }

  nextGap(slot: Slot): Slot | undefined {
    const open = this.sentence()
      .gaps.map((gap) => gap.slot)
      .filter((one) => one === slot || !this.#onTheWay.has(one));
    return open[open.indexOf(slot) + 1] ?? open.find((one) => one !== slot);
  }

  async #put(slot: Slot, words: string): Promise<void> {
    const text = this.drafts.textOf('story') ?? this.page.story.text;
    const judgement = await this.#view.calls.ask('judge', { path: 'story', text });
    const gap = judgement?.sentence?.gaps.find((one) => one.slot === slot);
    const [at, before, after] = gap ? [gap.at, gap.before, gap.after] : [text.length, ' ', ''];
    const next = `${text.slice(0, at)}${before}${words}${after}${text.slice(at)}`;
    // Judged first, so that the fields of the other parts stay while it is written.
    const judged = await this.#view.calls.ask('judge', { path: 'story', text: next });
    if (judged !== undefined) this.#view.judging.set('story', { text: next, judgement: judged });
    this.textEvents.typed('story', next);
    await this.drafts.left('story');
  }

  keysOf(list: ListKey): readonly string[] {
    return this.#view.keys.keysOf(list);
  }

  async change(change: PageChange): Promise<boolean> {
    this.#view.pin();
    return this.#view.change(change);
  }

  async note(text: string, to: readonly string[]): Promise<boolean> {
    this.#view.pin();
    return this.#view.calls.note(text, to);
  }

  async criterion({ path, mark }: Marked, name: 'promote' | 'moveToStory'): Promise<boolean> {
    this.#view.pin();
    return this.#view.calls.criterion({ path, mark, name });
  }

  open({ address }: PageRef, beside: boolean): void {
    if (address !== undefined) void this.#view.calls.afterDrafts('open', { item: address, beside });
  }
  openInFile(path?: string): void {
    void this.#view.calls.afterDrafts('openInFile', path === undefined ? {} : { path });
  }
  openLink(target: string): void {
    void this.#view.calls.ask('openLink', { target });
  }
  openCommit(repository: string, id: string): void {
    void this.#view.calls.ask('openCommit', { repository, id });
  }
  command(name: CommandName): void {
    void this.#view.calls.afterDrafts('command', { name });
  }

  async find(query: string): Promise<readonly Choice[]> {
    const refs = (await this.#view.calls.ask('find', { query })) ?? [];
    const has = new Set(this.page.dependsOn.entries.map(({ value }) => value));
    return refs.filter(({ id }) => id !== this.page.id && !has.has(id)).map((ref) => refChoice(ref));
  }

  async picture(file: File, link: boolean): Promise<string> {
    this.#view.pin();
    return this.#view.calls.picture(file, link);
  }

  preview(): readonly RichNode[] | undefined {
    return this.#view.preview;
  }
  togglePreview(): void {
    if (this.#view.preview === undefined) void this.#view.showPreview();
    else {
      this.#view.preview = undefined;
      this.focusOn('description');
      this.redraw();
    }
  }

  focusOn(field: string): void {
    this.#view.focusing.on(field);
    this.redraw();
  }
  announce(text: string): void {
    this.#view.announce(text);
  }
  redraw(): void {
    this.#view.requestUpdate();
  }
  dragged(element: Element | undefined, list: ListKey, key: string): void {
    this.#view.drawn(element, list, key);
  }
}
