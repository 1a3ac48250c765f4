/** ac/gherkin: what the Gherkin parser can't read. */
import type { Finding, WritingRule } from '../../rule.ts';
import { withCriteria } from './example.ts';

export const gherkin: WritingRule = {
  doc: {
    id: 'ac/gherkin',
    title: 'Gherkin that can’t be read',
    severity: 'error',
    summary: 'A block of Gherkin has a line that the Gherkin parser does not understand.',
    why: 'The tools that run it stop at the same line.',
    bad: withCriteria('- |', '  Given a full cart', '  when I pay', '  Then a receipt is sent'),
    good: withCriteria('- |', '  Given a full cart', '  When I pay', '  Then a receipt is sent'),
  },
  when: 'at once',
  *judge(item): Iterable<Finding> {
    for (const { notation, errors, written } of item.criteria) {
      if (notation !== 'gherkin' || written === undefined) continue;
      for (const { start, end, message, mend } of errors)
        yield {
          at: { start, end },
          in: written,
          message,
          ...(mend === undefined
            ? {}
            : {
                mends: () => [
                  {
                    title: mend.title,
                    preferred: true,
                    in: written,
                    edits: [{ start: mend.start, end: mend.end, text: mend.text }],
                  },
                ],
              }),
        };
    }
  },
};
