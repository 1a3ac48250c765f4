/** ac/ui-words: steps that say how a screen is worked instead of what is done. */
import type { Finding, WritingRule } from '../../rule.ts';
import { Phrases } from '../../words/phrases.ts';
import { tokensOf } from '../../words/tokens.ts';
import { withCriteria } from './example.ts';
import { scenariosOf, wordsOf } from '../../acceptance/scenarios.ts';

const WORDS = new Phrases(
  `click, clicks, clicked, clicking, double-click, double-clicks, double click, right-click, right click, button, buttons,
  checkbox, checkboxes, check box, radio button, drop-down, dropdown, drop down, combo box, combobox, text box, textbox,
  text field, input field, form field, search field, email field, name field, password field, field labelled, field labeled,
  scrollbar, scroll bar, css, css class, xpath, css selector, selector, html, iframe, textarea, text area`
    .split(',')
    .map((phrase) => phrase.trim()),
);
/** `#pay`, `.btn-primary`, `//div[@id]` behind a space: an address in a page. */
const ADDRESS = /(?:^|\s)((?:#[a-z][\w-]*|\.[a-z]\w*-[\w-]+|\/\/\w+\[)\S*)/;

export const uiWords: WritingRule = {
  doc: {
    id: 'ac/ui-words',
    title: 'UI details in a step',
    severity: 'information',
    summary: 'A step mentions buttons, fields or clicks.',
    why: 'The criterion has to be rewritten whenever the screen changes, even if the requirement stays the same.',
    bad: withCriteria('- Given a full cart, when I click the pay button, then a receipt is sent'),
    good: withCriteria('- Given a full cart, when I pay, then a receipt is sent'),
  },
  when: 'at once',
  language: 'en',
  *judge(item): Iterable<Finding> {
    for (const { scenario } of scenariosOf(item)) {
      for (const step of scenario.steps) {
        const words = wordsOf(step);
        const [found] = WORDS.in(tokensOf(words));
        const address = found === undefined ? ADDRESS.exec(words)?.[1] : undefined;
        const span =
          found ??
          (address === undefined
            ? undefined
            : { start: words.indexOf(address), end: words.indexOf(address) + address.length });
        if (span === undefined) continue;
        yield {
          at: { start: step.words.start + span.start, end: step.words.start + span.end },
          in: step.in,
          message: `"${words.slice(span.start, span.end)}" is a UI detail: say what the person does or gets instead.`,
        };
      }
    }
  },
};
