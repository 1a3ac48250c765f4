/** A place in a text as editors count it: line and UTF-16 character, both from 0. */
export interface LineCharacter {
  readonly line: number;
  readonly character: number;
}
