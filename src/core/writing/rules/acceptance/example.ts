/** Examples for what rules say of themselves: one ready story with these lines as its criteria. */

export function withCriteria(...lines: readonly string[]): string {
  return [
    'stories:',
    '  - title: Pay by card',
    '    status: ready',
    '    story: As a buyer, I want to pay by card, so that I need no cash.',
    '    acceptance:',
    ...lines.map((line) => `      ${line}`),
    '    estimate: 3',
  ].join('\n');
}
