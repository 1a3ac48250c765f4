import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../../../src/core/backlog/config.ts';
import { type Part, readSentence, type Sentence } from '../../../src/core/writing/sentence/sentence.ts';
import { Written } from '../../../src/core/writing/written.ts';

/** What a sentence says, and by which words each part is announced. */
function read(text: string, templates = DEFAULT_CONFIG.templates): Record<string, string | number> {
  const sentence = sentenceOf(text, templates);
  const found: Record<string, string | number> = {};
  for (const slot of ['role', 'situation', 'means', 'end'] as const) {
    const part = sentence[slot];
    if (part) found[slot] = shown(part, text);
  }
  if (sentence.rest) found['rest'] = text.slice(sentence.rest.start, sentence.rest.end);
  if (sentence.template !== undefined) found['template'] = sentence.template;
  return found;
}

function sentenceOf(text: string, templates: readonly string[]): Sentence {
  const node = { kind: 'scalar', start: 0, end: text.length, style: 'plain', value: undefined } as const;
  return readSentence(new Written(node, text), { ...DEFAULT_CONFIG, templates });
}

function shown({ start, end, text, indicator }: Part, whole: string): string {
  expect(whole.slice(start, end)).toBe(text);
  return `${whole.slice(indicator.start, indicator.end)} | ${text}`;
}

describe('stories in the usual form', () => {
  it.each([
    [
      'As a coach, I want to print the roster, so that parents see it.',
      {
        role: 'As a | coach',
        means: 'I want to | print the roster',
        end: 'so that | parents see it',
        template: 0,
      },
    ],
    [
      'as an  admin I want a roster so that I can print it',
      { role: 'as an | admin', means: 'I want | a roster', end: 'so that | I can print it', template: 0 },
    ],
    [
      "As the coach, I'd like to print the roster, so I can hand it out!",
      {
        role: 'As the | coach',
        means: "I'd like to | print the roster",
        end: 'so | I can hand it out',
        template: 0,
      },
    ],
    [
      'As coach, I would really like to see who is ill.',
      { role: 'As | coach', means: 'I would really like to | see who is ill', template: 0 },
    ],
    [
      'As a coach, I am able to print it, in order to hand it out.',
      {
        role: 'As a | coach',
        means: 'I am able to | print it',
        end: 'in order to | hand it out',
        template: 0,
      },
    ],
    [
      'As a coach, I need to print it so that that parents see it',
      {
        role: 'As a | coach',
        means: 'I need to | print it',
        end: 'so that that | parents see it',
        template: 0,
      },
    ],
    [
      'As a(n) coach, it should be possible to print it, so that parents see it',
      {
        role: 'As a(n) | coach',
        means: 'it should be possible to | print it',
        end: 'so that | parents see it',
        template: 0,
      },
    ],
    [
      'As a coach, the club page must show me who is ill',
      { role: 'As a | coach', means: 'the club page must | show me who is ill', template: 0 },
    ],
    [
      'As a coach - I want a roster – so my team knows',
      { role: 'As a | coach', means: 'I want | a roster', end: 'so | my team knows', template: 0 },
    ],
    [
      "As a coach, I don't want to see parents' numbers",
      { role: 'As a | coach', means: "I don't want to | see parents' numbers", template: 0 },
    ],
    [
      'As a coach, would like to print it',
      { role: 'As a | coach', means: 'would like to | print it', template: 0 },
    ],
    [
      'As a coach who is new here, I want to meet the team',
      { role: 'As a | coach who is new here', means: 'I want to | meet the team', template: 0 },
    ],
    [
      '**As a** coach\n**I want** a roster\n**So that** parents see it',
      { role: 'As a | coach', means: 'I want | a roster', end: 'So that | parents see it', template: 0 },
    ],
    [
      'FN-12: As a coach, I want to print it.',
      { role: 'As a | coach', means: 'I want to | print it', template: 0 },
    ],
    [
      'As a coach, I want to write it so that it is read, so that nobody asks',
      {
        role: 'As a | coach',
        means: 'I want to | write it so that it is read',
        end: 'so that | nobody asks',
        template: 0,
      },
    ],
  ])('%s', (text, parts) => {
    expect(read(text)).toEqual(parts);
  });
});

describe('stories in another order', () => {
  it.each([
    [
      'In order to save time, as a coach, I want to print the roster.',
      {
        role: 'as a | coach',
        means: 'I want to | print the roster',
        end: 'In order to | save time',
        template: 0,
      },
    ],
    [
      'In order to save time as a coach I want to print it',
      { role: 'as a | coach', means: 'I want to | print it', end: 'In order to | save time', template: 0 },
    ],
    [
      'I want to print the roster, as a coach, so that parents see it',
      { role: 'as a | coach', means: 'I want to | print the roster', end: 'so that | parents see it' },
    ],
    ['I want to print the roster', { means: 'I want to | print the roster' }],
    ['As a coach, so that I save time', { role: 'As a | coach', end: 'so that | I save time' }],
    [
      'When a bus is late, I want to see where it is, so I can wait inside',
      {
        situation: 'When | a bus is late',
        means: 'I want to | see where it is',
        end: 'so | I can wait inside',
        template: 1,
      },
    ],
    [
      'As a coach, when it rains, I want to tell everyone',
      { role: 'As a | coach', situation: 'when | it rains', means: 'I want to | tell everyone' },
    ],
    ['As a coach, ', { role: 'As a | coach' }],
    ['As a , I want to print it', { role: 'As a | ', means: 'I want to | print it', template: 0 }],
  ])('%s', (text, parts) => {
    expect(read(text)).toEqual(parts);
  });
});

describe('what is no story', () => {
  it.each([
    'Print the roster as a PDF',
    'As soon as the bus is late, tell everyone',
    'As discussed, colours change',
    '',
    '   ',
    'Als Trainer möchte ich die Liste drucken',
  ])('%s', (text) => {
    expect(read(text)).toEqual({});
  });
});

describe('what follows the sentence', () => {
  it.each([
    ['As a coach, I want to print it. Ask Ann about colours.', 'Ask Ann about colours.'],
    ['As a coach, I want to print it.\n\nColours follow', 'Colours follow'],
  ])('%s', (text, rest) => {
    expect(read(text)).toMatchObject({ means: 'I want to | print it', rest });
  });

  it.each([
    'As a coach, I want to use e.g. the v1.2 reader, A. Noether style, by 2.5 cm.',
    'As a coach, I want lists, forms, etc. on paper',
  ])('%s', (text) => {
    expect(sentenceOf(text, DEFAULT_CONFIG.templates).rest).toBeUndefined();
  });
});

describe("the team's own templates", () => {
  it.each([
    [
      'Als <Rolle> möchte ich <Ziel>, damit <Nutzen>',
      'Als Trainer möchte ich die Liste drucken, damit Eltern sie sehen.',
      {
        role: 'Als | Trainer',
        means: 'möchte ich | die Liste drucken',
        end: 'damit | Eltern sie sehen',
        template: 0,
      },
    ],
    [
      'Als <Rolle> möchte ich <Ziel>, damit <Nutzen>',
      'Ich möchte die Liste drucken, damit Eltern sie sehen',
      { means: 'Ich möchte | die Liste drucken', end: 'damit | Eltern sie sehen' },
    ],
    [
      'En tant que <rôle>, je veux <but> afin de <bénéfice>',
      "En tant qu'entraîneur, je veux imprimer la liste afin d’informer les parents",
      {
        role: "En tant qu' | entraîneur",
        means: 'je veux | imprimer la liste',
        end: 'afin d’ | informer les parents',
        template: 0,
      },
    ],
    [
      '<役割>として、<手段>したい。なぜなら<理由>からだ',
      'コーチとして、名簿を印刷したい。なぜなら親が見るからだ',
      {
        role: 'として | コーチ',
        means: 'したい。なぜなら | 名簿を印刷',
        end: 'からだ | 親が見る',
        template: 0,
      },
    ],
    [
      'بصفتي <role>، أريد <means>، لكي <benefit>',
      'بصفتي مدربا، أريد طباعة القائمة، لكي يراها الآباء',
      { role: 'بصفتي | مدربا', means: 'أريد | طباعة القائمة', end: 'لكي | يراها الآباء', template: 0 },
    ],
    [
      'The <who> must be able to <what> because <why>',
      'The coach must be able to print the roster because parents ask',
      {
        role: 'The | coach',
        means: 'must be able to | print the roster',
        end: 'because | parents ask',
        template: 0,
      },
    ],
    [
      'As a {persona} I want [feature] in order to {reason}',
      'As a coach, I want a roster in order to tell parents.',
      { role: 'As a | coach', means: 'I want | a roster', end: 'in order to | tell parents', template: 0 },
    ],
  ])('%s', (template, text, parts) => {
    expect(read(text, [template])).toEqual(parts);
  });

  it('takes the one that a sentence follows', () => {
    const templates = [
      'Als <Rolle> möchte ich <Ziel>, damit <Nutzen>',
      'As a <role>, I want <means>, so that <benefit>',
    ];
    expect(read('As a coach, I want a roster', templates)).toMatchObject({ template: 1 });
    expect(read('Als Trainer möchte ich eine Liste', templates)).toMatchObject({ template: 0 });
  });

  it('a template without places, or with nothing but places, is no template', () => {
    expect(read('As a coach, I want a roster', ['Write well', '<text>'])).toEqual({});
  });
});
