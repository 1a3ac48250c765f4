/** Which texts of the file completion helps to write, and by what. */
import { criterionEntries, gherkinEntries, isStepKind, stepEntries } from './criterionWords.ts';
import type { CompletionEntry } from './entry.ts';
import { mentionEntries } from './mentions.ts';
import type { Step } from './placeFlow.ts';
import type { Scene } from './scene.ts';
import { sentenceEntries } from './sentenceWords.ts';

/** True for the story sentence, acceptance criteria and notes. */
export function isProse([list, , field]: readonly Step[]): boolean {
  return (
    (list === 'stories' || list === 'epics') &&
    (field === 'story' || field === 'acceptance' || field === 'notes')
  );
}

/** How the text at the cursor may go on. */
export function wordEntries(scene: Scene): readonly CompletionEntry[] {
  const { path } = scene.place;
  const keys = path.filter((step) => typeof step === 'string');
  const [, field, part] = keys;
  switch (field) {
    case 'story':
      return path.length === 3 ? sentenceEntries(scene) : [];
    case 'notes':
      return part === undefined || part === 'text' ? mentionEntries(scene) : [];
    case 'acceptance':
      if (keys[0] !== 'stories') return [];
      if (part === undefined) return scene.typed.hasLines ? gherkinEntries(scene) : criterionEntries(scene);
      return isStepKind(part) && keys.length === 3 ? stepEntries(scene, part) : [];
    default:
      return [];
  }
}
