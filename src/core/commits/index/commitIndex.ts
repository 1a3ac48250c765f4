/**
 * What is kept of every commit of one repository: its id, parents, author, time, subject and what it names. About
 * 140 bytes a commit in a few typed arrays, so that 100,000 commits are some 14 MB. It knows no backlog: what is kept
 * of a message are the ids that it seems to name, and a backlog that changes makes nothing here wrong.
 */
import type { Mention, MentionPlace } from '../mentions.ts';
import { plainSubjectEnd, readMentions, subjectOf } from '../message.ts';
import { type Growing, growingCounts, growingInts } from './growing.ts';
import { IdTable, readHex } from './idTable.ts';
import { AuthorCache, Interned } from './interned.ts';
import type { LoggedCommit } from './logReader.ts';
import { OpenParents } from './openParents.ts';
import { TextStore } from './textStore.ts';

/** What a commit names, as far as the index knows it. */
export type IndexedMention = Pick<Mention, 'key' | 'number' | 'place' | 'trailer'>;

export interface Author {
  readonly name: string;
  readonly email: string;
}

/** The arrays of an index, as they are stored. */
export interface IndexArrays {
  readonly ids: Uint8Array;
  readonly slots: Int32Array;
  readonly times: Uint32Array;
  readonly authorOf: Uint32Array;
  readonly subjectStarts: Uint32Array;
  readonly subjectBytes: Uint8Array;
  readonly parentStarts: Uint32Array;
  readonly parents: Int32Array;
  readonly mentionStarts: Uint32Array;
  readonly mentionKinds: Uint32Array;
  readonly mentionNumbers: Uint32Array;
}

export interface IndexTables {
  readonly width: number;
  readonly authors: readonly (readonly [string, string])[];
  readonly keys: readonly string[];
  /** `place` or `trailer:Key`. */
  readonly places: readonly string[];
  /** Parents whose own commit was not read yet: where each stands in `parents`, and its id. */
  readonly open: readonly (readonly [number, string])[];
}

/** Of a mention's kind: the number of its key. */
export const KEY_BITS = 0xffff;
const MOST_TIME = 0xffff_ffff;
/** How many parents may wait for their commits before they are looked for. */
const FIRST_SETTLE = 1000;
/** More than this many of one commit are a list of everything. */
const MOST_MENTIONS = 200;

export class CommitIndex {
  private readonly ids: IdTable;
  private readonly times: Growing<Uint32Array>;
  private readonly authorOf: Growing<Uint32Array>;
  private readonly subjects: TextStore;
  /** Where the parents of each commit begin; those of the last one end where the list does. */
  private readonly parentStarts: Growing<Uint32Array>;
  private readonly parents: Growing<Int32Array>;
  private readonly mentionStarts: Growing<Uint32Array>;
  /** The key's number, and the place's times 65,536. */
  private readonly mentionKinds: Growing<Uint32Array>;
  private readonly mentionNumbers: Growing<Uint32Array>;
  private readonly authors: Interned;
  private readonly authorNumbers: AuthorCache;
  private readonly keys: Interned;
  private readonly places: Interned;
  private readonly open: OpenParents;
  /** The id of a parent that is being added. */
  private readonly parentId: Uint8Array;
  private settleAt = FIRST_SETTLE;
  private lastTrailer: string | undefined;
  private lastTrailerPlace = 0;
  /** How many more mentions of the commit that is being added are kept. */
  private room = 0;

  constructor(tables: IndexTables, arrays?: IndexArrays) {
    this.ids = new IdTable(tables.width, arrays?.ids, arrays?.slots);
    this.times = growingCounts(arrays?.times);
    this.authorOf = growingCounts(arrays?.authorOf);
    this.subjects = new TextStore(arrays?.subjectStarts, arrays?.subjectBytes);
    this.parentStarts = growingCounts(arrays?.parentStarts);
    this.parents = growingInts(arrays?.parents);
    this.mentionStarts = growingCounts(arrays?.mentionStarts);
    this.mentionKinds = growingCounts(arrays?.mentionKinds);
    this.mentionNumbers = growingCounts(arrays?.mentionNumbers);
    this.authors = new Interned(tables.authors.map(([name, email]) => `${name}\0${email}`));
    this.authorNumbers = new AuthorCache(this.authors);
    this.keys = new Interned(tables.keys);
    this.places = new Interned(tables.places);
    this.open = new OpenParents(tables.width, tables.open);
    this.parentId = new Uint8Array(tables.width);
  }

  static empty(width: number): CommitIndex {
    return new CommitIndex({ width, authors: [], keys: [], places: [], open: [] });
  }

  /** How many commits there are; each has a number below this one. */
  get size(): number {
    return this.ids.size;
  }

  /** Bytes of an id: 20, or 32 in a repository of SHA-256. */
  get width(): number {
    return this.ids.width;
  }

  /** Adds a commit. Does nothing where it is there already. */
  add(commit: LoggedCommit): void {
    const { bytes } = commit;
    const position = this.ids.add(bytes, commit.id, commit.idEnd);
    if (position < 0) return;
    this.open.close(this.ids.raw, position * this.width, (at) => {
      this.parents.set(at, position);
    });
    this.times.push(Math.min(MOST_TIME, Math.max(0, commit.time)));
    this.authorOf.push(this.authorNumbers.number(commit));
    this.parentStarts.push(this.parents.length);
    const digits = 2 * this.width;
    for (let at = commit.parents; at + digits <= commit.parentsEnd; at += digits + 1)
      if (readHex(bytes, at, this.parentId, 0, this.width)) this.addParent(this.parentId, 0);
    this.mentionStarts.push(this.mentionNumbers.length);
    this.addMessage(commit);
    // A parent comes soon after its child: what waits stays short.
    if (this.open.size > this.settleAt) {
      this.settle();
      this.settleAt = FIRST_SETTLE + 2 * this.open.size;
    }
  }

  /** Ties parents to commits that were read after their children. Gives the ids of those that were not read at all. */
  settle(): readonly string[] {
    this.open.filter((at, ids, from) => {
      const position = this.ids.findRaw(ids, from);
      if (position >= 0) this.parents.set(at, position);
      return position < 0;
    });
    return [...new Set(this.open.all().map(([, id]) => id))];
  }

  /** The number of a commit; -1 where it is not there. */
  find(id: string): number {
    return this.ids.find(id);
  }

  id(commit: number): string {
    return this.ids.hex(commit);
  }

  time(commit: number): number {
    return this.times.at(commit);
  }

  subject(commit: number): string {
    return this.subjects.get(commit);
  }

  author(commit: number): Author {
    const [name = '', email = ''] = this.authors.text(this.authorOf.at(commit)).split('\0');
    return { name, email };
  }

  /** Tells authors apart without their names. */
  authorNumber(commit: number): number {
    return this.authorOf.at(commit);
  }

  parentCount(commit: number): number {
    return this.parentEnd(commit) - this.parentStarts.at(commit);
  }

  /** The number of a parent; -1 where that commit is not there, as in a shallow clone. */
  parent(commit: number, nth: number): number {
    const at = this.parentStarts.at(commit) + nth;
    return at < this.parentEnd(commit) ? this.parents.at(at) : -1;
  }

  hasMentions(commit: number): boolean {
    return this.mentionEnd(commit) > this.mentionStarts.at(commit);
  }

  mentions(commit: number): readonly IndexedMention[] {
    const found: IndexedMention[] = [];
    for (let at = this.mentionStarts.at(commit); at < this.mentionEnd(commit); at++)
      found.push(this.mention(at));
    return found;
  }

  /** How many mentions all commits have together; each has a number below this one. */
  get mentionCount(): number {
    return this.mentionNumbers.length;
  }

  /** Where the mentions of each commit begin, their keys' numbers in the lower 16 bits, and the numbers behind them. */
  get rawMentions(): Pick<IndexArrays, 'mentionStarts' | 'mentionKinds' | 'mentionNumbers'> {
    return {
      mentionStarts: this.mentionStarts.raw,
      mentionKinds: this.mentionKinds.raw,
      mentionNumbers: this.mentionNumbers.raw,
    };
  }

  mention(at: number): IndexedMention {
    const kind = this.mentionKinds.at(at);
    const place = this.places.text(kind >>> 16);
    const trailer = place.startsWith('trailer:') ? place.slice('trailer:'.length) : undefined;
    return {
      key: this.keys.text(kind & KEY_BITS),
      number: this.mentionNumbers.at(at),
      // What was interned is a place.
      place: trailer === undefined ? (place as MentionPlace) : 'trailer',
      trailer,
    };
  }

  /** The number of a mention's key. */
  mentionKey(at: number): number {
    return this.mentionKinds.at(at) & KEY_BITS;
  }

  /** The number behind the key. */
  mentionNumber(at: number): number {
    return this.mentionNumbers.at(at);
  }

  /** The numbers of all spellings of a key: trailers keep it as it was typed. */
  spellings(key: string): readonly number[] {
    return this.keys
      .all()
      .flatMap((each, number) => (each.toUpperCase() === key.toUpperCase() ? [number] : []));
  }

  /** An index of the marked commits alone. */
  kept(marks: Uint8Array): CommitIndex {
    const next = new CommitIndex({ ...this.tables(), open: [] });
    for (let commit = 0; commit < this.size; commit++) {
      if (marks[commit] !== 1) continue;
      next.ids.addRaw(this.ids.raw, commit * this.width);
      next.times.push(this.times.at(commit));
      next.authorOf.push(this.authorOf.at(commit));
      next.subjects.add(this.subject(commit));
      next.parentStarts.push(next.parents.length);
      for (let nth = 0; nth < this.parentCount(commit); nth++) {
        const parent = this.parent(commit, nth);
        if (parent >= 0) next.addParent(this.ids.raw, parent * this.width);
        else next.parents.push(-1);
      }
      next.mentionStarts.push(next.mentionNumbers.length);
      for (let at = this.mentionStarts.at(commit); at < this.mentionEnd(commit); at++) {
        next.mentionKinds.push(this.mentionKinds.at(at));
        next.mentionNumbers.push(this.mentionNumbers.at(at));
      }
    }
    next.settle();
    return next;
  }

  /** The parts, exact in length, to be stored. */
  trim(): IndexArrays {
    const { starts, bytes } = this.subjects.trim();
    return {
      ...this.ids.trim(),
      times: this.times.trim(),
      authorOf: this.authorOf.trim(),
      subjectStarts: starts,
      subjectBytes: bytes,
      parentStarts: this.parentStarts.trim(),
      parents: this.parents.trim(),
      mentionStarts: this.mentionStarts.trim(),
      mentionKinds: this.mentionKinds.trim(),
      mentionNumbers: this.mentionNumbers.trim(),
    };
  }

  tables(): IndexTables {
    return {
      width: this.width,
      authors: this.authors.all().map((text) => {
        const [name = '', email = ''] = text.split('\0');
        return [name, email] as const;
      }),
      keys: this.keys.all(),
      places: this.places.all(),
      open: this.open.all(),
    };
  }

  private parentEnd(commit: number): number {
    return commit + 1 < this.size ? this.parentStarts.at(commit + 1) : this.parents.length;
  }

  private mentionEnd(commit: number): number {
    return commit + 1 < this.size ? this.mentionStarts.at(commit + 1) : this.mentionNumbers.length;
  }

  private addParent(source: Uint8Array, from: number): void {
    const position = this.ids.findRaw(source, from);
    if (position < 0) this.open.add(this.parents.length, source, from);
    this.parents.push(position);
  }

  /** The subject, and what the message names. A text is made only of messages that need one. */
  private addMessage(commit: LoggedCommit): void {
    const { bytes, message, messageEnd, plain, mayMention } = commit;
    const end = plain ? plainSubjectEnd(bytes, message, messageEnd) : -1;
    const text = end < 0 || mayMention ? commit.messageText() : '';
    if (end < 0) this.subjects.add(subjectOf(text));
    else this.subjects.addPlain(bytes, message, end);
    if (!mayMention) return;
    this.room = MOST_MENTIONS;
    readMentions(text, this.takeMention);
  }

  /** Often that of the last trailer, which is told without a new text. */
  private trailerPlace(trailer: string): number {
    if (trailer !== this.lastTrailer) {
      this.lastTrailerPlace = this.places.number(`trailer:${trailer}`);
      this.lastTrailer = trailer;
    }
    return this.lastTrailerPlace;
  }

  private readonly takeMention = ({ key, number, place, trailer }: Mention): void => {
    if (this.room-- <= 0) return;
    const keyNumber = this.keys.number(key);
    const placeNumber = trailer === undefined ? this.places.number(place) : this.trailerPlace(trailer);
    if (keyNumber > KEY_BITS || placeNumber > KEY_BITS) return;
    this.mentionKinds.push((placeNumber * (KEY_BITS + 1) + keyNumber) >>> 0);
    this.mentionNumbers.push(number);
  };
}
