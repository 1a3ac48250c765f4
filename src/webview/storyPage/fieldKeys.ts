/** What keys do in a text of the page: undo and redo, saving, and going on. */
import type { Drafts } from './drafts.ts';

export interface KeysHost {
  readonly drafts: Drafts;
  undo(): void;
  redo(): void;
  save(): void;
  /** Enter in a text of one line. */
  enter(id: string): void;
}

/** True where the key meant something here. */
export function pressInText(host: KeysHost, id: string, event: KeyboardEvent, oneLine: boolean): boolean {
  if (event.key === 'Enter' && oneLine && !event.shiftKey) {
    host.enter(id);
    return true;
  }
  return pressAnywhere(host, event, host.drafts.isDirty(id));
}

/** @param isTyped a text is being typed that the file has not got: undo is the browser's own there */
export function pressAnywhere(host: Omit<KeysHost, 'enter'>, event: KeyboardEvent, isTyped = false): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  switch (event.key.toLowerCase()) {
    case 's':
      if (event.shiftKey) return false;
      host.save();
      return true;
    case 'z':
      if (isTyped) return false;
      if (event.shiftKey) host.redo();
      else host.undo();
      return true;
    case 'y':
      if (isTyped) return false;
      host.redo();
      return true;
    default:
      return false;
  }
}
