/** The page of each rule, and the list of them all. */
import { RULES } from '../core/rules/registry.ts';
import type { RuleDoc } from '../core/rules/ruleDoc.ts';

export interface Page {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

export const RULE_PAGES = 'docs/rules';

export function rulePages(): readonly Page[] {
  return [{ path: `${RULE_PAGES}/README.md`, text: overview() }, ...RULES.map(page)];
}

function page(rule: RuleDoc): Page {
  const text = `# ${rule.title}

\`${rule.id}\` · ${rule.severity}

${rule.summary}

## Why it matters

${rule.why}

## Reported

\`\`\`yaml
${rule.bad}
\`\`\`

## Better

\`\`\`yaml
${rule.good}
\`\`\`

## To change how serious it is taken

For the whole file, to \`ignore\`, \`hint\`, \`information\`, \`warning\` or \`error\`:

\`\`\`yaml
writing:
  rules: {${rule.id}: ignore}
\`\`\`

For one item, with a comment in it or directly above it:

\`\`\`yaml
# refinery-ignore ${rule.id}: the reason
\`\`\`
`;
  return { path: `${RULE_PAGES}/${rule.id}.md`, text };
}

function overview(): string {
  const groups = [...new Set(RULES.map(({ id }) => groupOf(id)))];
  const tables = groups.map((group) => {
    const rows = RULES.filter(({ id }) => groupOf(id) === group).map(
      ({ id, title, severity }) => `| [\`${id}\`](${id}.md) | ${severity} | ${title} |`,
    );
    return `## ${group}\n\n| rule | severity | |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Rules

What Refinery reports in a backlog file: in the editor as you type, and with \`refinery check\` in a terminal or in CI.
Every rule can be made more or less serious, or be switched off, in the file itself (\`writing.rules\`).
Stories are judged for what is broken at any time, and for being complete from status \`ready\` on.

${tables.join('\n')}`;
}

function groupOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}
