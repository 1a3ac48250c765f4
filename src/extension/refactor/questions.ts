/** Questions of a refactoring, one after the other, with a way back: texts, choices of one, choices of several. */
import * as vscode from 'vscode';

/** What an answer makes of what is known so far; `back` goes to the question before. */
export type Answer<T> = { readonly kind: 'value'; readonly value: T } | { readonly kind: 'back' } | undefined;

/** Asks one question; undefined when the person cancels. */
export type Question<State> = (state: State, place: Place) => Promise<Answer<State>>;

export interface Place {
  readonly step: number;
  readonly totalSteps: number;
}

/** All answers, or undefined when the person cancels. */
export async function inSteps<State>(
  questions: readonly Question<State>[],
  start: State,
): Promise<State | undefined> {
  let state = start;
  let at = 0;
  for (let question = questions[at]; question !== undefined; question = questions[at]) {
    const answer = await question(state, { step: at + 1, totalSteps: questions.length });
    if (answer === undefined) return undefined;
    if (answer.kind === 'value') ({ value: state } = answer);
    at = Math.max(0, at + (answer.kind === 'back' ? -1 : 1));
  }
  return state;
}

export interface TextQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly value: string;
  /** Why a text can't be taken; undefined where it can. */
  readonly refuse?: (text: string) => string | undefined;
}

export function askText(
  { title, prompt, value, refuse }: TextQuestion,
  place: Place,
): Promise<Answer<string>> {
  const box = vscode.window.createInputBox();
  Object.assign(box, { title, prompt, value, ...shown(place) });
  return answered<string>(box, (give) => {
    box.onDidChangeValue(() => {
      box.validationMessage = undefined;
    });
    box.onDidAccept(() => {
      const text = box.value.trim();
      const message = refuse?.(text);
      if (message === undefined) give({ kind: 'value', value: text });
      else box.validationMessage = message;
    });
  });
}

export interface Option {
  readonly label: string;
  readonly description?: string | undefined;
  readonly detail?: string | undefined;
}

/** The position of the option that was chosen. */
export function chooseOne(title: string, options: readonly Option[], place: Place): Promise<Answer<number>> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly at: number }>();
  Object.assign(pick, { title, matchOnDescription: true, matchOnDetail: true, ...shown(place) });
  pick.items = options.map((option, at) => ({ ...filled(option), at }));
  return answered<number>(pick, (give) => {
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen !== undefined) give({ kind: 'value', value: chosen.at });
    });
  });
}

/** The positions of the options that are ticked. */
export function chooseSeveral(
  title: string,
  placeholder: string,
  options: readonly Option[],
  ticked: readonly number[],
  place: Place,
): Promise<Answer<readonly number[]>> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly at: number }>();
  Object.assign(pick, { title, placeholder, canSelectMany: true, ...shown(place) });
  pick.items = options.map((option, at) => ({ ...filled(option), at }));
  pick.selectedItems = pick.items.filter(({ at }) => ticked.includes(at));
  return answered<readonly number[]>(pick, (give) => {
    pick.onDidAccept(() => {
      give({ kind: 'value', value: pick.selectedItems.map(({ at }) => at).sort((a, b) => a - b) });
    });
  });
}

function filled({ label, description = '', detail = '' }: Option): vscode.QuickPickItem {
  return { label, description, detail };
}

function shown({ step, totalSteps }: Place): object {
  const steps = totalSteps > 1 ? { step, totalSteps } : {};
  return { ...steps, ignoreFocusOut: true, buttons: step > 1 ? [vscode.QuickInputButtons.Back] : [] };
}

async function answered<T>(
  input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem & { readonly at: number }>,
  listen: (give: (answer: Answer<T>) => void) => void,
): Promise<Answer<T>> {
  try {
    return await new Promise<Answer<T>>((resolve) => {
      listen(resolve);
      input.onDidTriggerButton(() => {
        resolve({ kind: 'back' });
      });
      input.onDidHide(() => {
        resolve(undefined);
      });
      input.show();
    });
  } finally {
    input.dispose();
  }
}
