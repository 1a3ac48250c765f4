/** Questions one after the other, with a way back, a count, and an early end. */
import * as vscode from 'vscode';
import type { Choice } from './set.ts';

export interface Step {
  readonly field: string;
  readonly title: string;
  /** What to choose from; undefined for a text that is typed and must not be empty. */
  readonly choices: readonly Choice[] | undefined;
}

export type Answers = Readonly<Record<string, string | undefined>>;

type Answer =
  | { readonly kind: 'value'; readonly value: string | undefined }
  | { readonly kind: 'back' }
  | { readonly kind: 'finish' }
  | { readonly kind: 'cancel' };

/** Undefined when the person cancels. */
export async function runSteps(steps: readonly Step[], preset: Answers): Promise<Answers | undefined> {
  let answers: Answers = preset;
  let at = 0;
  for (let step = steps[at]; step !== undefined; step = steps[at]) {
    const place: Place = { step: at + 1, totalSteps: steps.length, value: answers[step.field] };
    const answer = await (step.choices === undefined ? ask(step, place) : choose(step, step.choices, place));
    if (answer.kind === 'cancel') return undefined;
    if (answer.kind === 'finish') return answers;
    if (answer.kind === 'value') answers = { ...answers, [step.field]: answer.value };
    at += answer.kind === 'back' ? -1 : 1;
  }
  return answers;
}

interface Place {
  readonly step: number;
  readonly totalSteps: number;
  readonly value: string | undefined;
}

function ask({ title }: Step, { step, totalSteps, value = '' }: Place): Promise<Answer> {
  const box = vscode.window.createInputBox();
  Object.assign(box, { title, step, totalSteps, value, ignoreFocusOut: true });
  box.prompt = vscode.l10n.t('What should be different for somebody? You can say more in the next steps.');
  if (step > 1) box.buttons = [vscode.QuickInputButtons.Back];
  return answered(box, (give) => {
    box.onDidTriggerButton(() => {
      give({ kind: 'back' });
    });
    box.onDidChangeValue(() => {
      box.validationMessage = undefined;
    });
    box.onDidAccept(() => {
      const typed = box.value.trim();
      if (typed === '') box.validationMessage = vscode.l10n.t('A story needs a title.');
      else give({ kind: 'value', value: typed });
    });
  });
}

interface ChoiceItem extends vscode.QuickPickItem {
  readonly answer: Answer;
}

function choose(
  { title }: Step,
  choices: readonly Choice[],
  { step, totalSteps, value }: Place,
): Promise<Answer> {
  const pick = vscode.window.createQuickPick<ChoiceItem>();
  Object.assign(pick, { title, step, totalSteps, ignoreFocusOut: true, matchOnDescription: true });
  if (step > 1) pick.buttons = [vscode.QuickInputButtons.Back];
  const create = vscode.l10n.t('Create the story now');
  const skip = vscode.l10n.t('Skip');
  pick.items = [
    { label: `$(check) ${create}`, answer: { kind: 'finish' }, alwaysShow: true },
    ...choices.map(({ label, description, value: chosen }): ChoiceItem => {
      const shown = chosen !== undefined && chosen === value ? `$(check) ${label}` : label;
      return { label: shown, description: description ?? '', answer: { kind: 'value', value: chosen } };
    }),
    { label: `$(debug-step-over) ${skip}`, answer: { kind: 'value', value: undefined }, alwaysShow: true },
  ];
  return answered(pick, (give) => {
    pick.onDidTriggerButton(() => {
      give({ kind: 'back' });
    });
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen !== undefined) give(chosen.answer);
    });
  });
}

async function answered(
  input: vscode.QuickInput,
  listen: (give: (answer: Answer) => void) => void,
): Promise<Answer> {
  try {
    return await new Promise<Answer>((resolve) => {
      listen(resolve);
      input.onDidHide(() => {
        resolve({ kind: 'cancel' });
      });
      input.show();
    });
  } finally {
    input.dispose();
  }
}
