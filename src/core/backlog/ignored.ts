/** `# refinery-ignore RULE: reason`: a comment in or directly above an item that switches a rule off for it. */
const COMMENT = /(?:^|[ \t])#[ \t]*refinery-ignore[ \t]+([\w/-]+(?:[ \t]*,[ \t]*[\w/-]+)*)/gm;

const NONE: readonly string[] = [];

/** The rules that a slice's comments switch off. */
export function ignoredRules(text: string): readonly string[] {
  if (!text.includes('refinery-ignore')) return NONE;
  return [...text.matchAll(COMMENT)].flatMap((match) =>
    (match[1] ?? '').split(',').map((rule) => rule.trim()),
  );
}
