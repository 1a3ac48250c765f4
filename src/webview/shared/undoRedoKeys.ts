/** Taking back and making again by key, wherever the focus is in a view: a field of text has an undo of its own. */

export interface UndoRedo {
  undo(): void;
  redo?(): void;
}

/** Ctrl+Z (Command on a Mac), and Ctrl+Y or Ctrl+Shift+Z where there is a redo. A dialog keeps its keys. */
export function undoRedoByKey(view: UndoRedo): void {
  document.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || hasOwnKeys(event)) return;
    const key = `${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`;
    if (key === 'z') view.undo();
    else if (view.redo !== undefined && (key === 'y' || key === 'shift+z')) view.redo();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

function hasOwnKeys(event: KeyboardEvent): boolean {
  // What is inside a custom element is told of by the path alone.
  return event
    .composedPath()
    .some(
      (on) =>
        on instanceof Element && on.matches('textarea, input:not([type=checkbox]), dialog, [role=dialog]'),
    );
}
