/**
 * What a score comes to. Four ways of scoring are known, told apart by their keys; each number is used as it is
 * written. A score compares items that are scored the same way, and means nothing by itself.
 *
 * - RICE = reach × impact × confidence ÷ effort. Sean McBride, "RICE: Simple prioritization for product managers"
 *   (Intercom, 2016). Reach in people or events per period, impact from 0.25 to 3, confidence from 0 to 1, effort in
 *   person-months or any unit the team keeps to.
 * - WSJF = (value + urgency + risk) ÷ size: cost of delay over job size, each a relative number (1, 2, 3, 5, 8, …).
 *   Scaled Agile Framework, "Weighted Shortest Job First", after Don Reinertsen, "The Principles of Product
 *   Development Flow" (2009).
 * - ICE = impact × confidence × ease, each from 1 to 10. Sean Ellis, who averages them ("Hacking Growth", 2017, with
 *   Morgan Brown); the product, with which low confidence counts, is that of Itamar Gilad ("Evidence-Guided", 2023).
 * - value/effort: what it is worth over what it costs, both relative.
 */
export type ScoreName = 'RICE' | 'WSJF' | 'ICE' | 'value/effort';

export interface ScoreKind {
  readonly name: ScoreName;
  /** The keys of a whole score of this kind. */
  readonly keys: readonly string[];
}

/** In this order where the keys leave it open. */
export const SCORES: readonly ScoreKind[] = [
  { name: 'RICE', keys: ['reach', 'impact', 'confidence', 'effort'] },
  { name: 'WSJF', keys: ['value', 'urgency', 'risk', 'size'] },
  { name: 'ICE', keys: ['impact', 'confidence', 'ease'] },
  { name: 'value/effort', keys: ['value', 'effort'] },
];

export interface Score {
  readonly name: ScoreName;
  /** Rounded to what is worth comparing: three significant digits, whole numbers from 100 on. */
  readonly value: number;
  /** The formula in words: `reach × impact × confidence ÷ effort`. */
  readonly formula: string;
  /** The same with the numbers: `2000 × 2 × 0.8 ÷ 3`. */
  readonly numbers: string;
}

/**
 * The score that these numbers give, of the first kind that has all of its keys. Undefined where every kind lacks
 * one, and where it would be a division by nothing.
 */
export function scoreOf(numbers: ReadonlyMap<string, number>): Score | undefined {
  const kind = SCORES.find(({ keys }) => keys.every((key) => numbers.has(key)));
  if (kind === undefined) return undefined;
  const of = (key: string): number => numbers.get(key) ?? 0;
  const exact = EXACT[kind.name](of);
  if (!Number.isFinite(exact)) return undefined;
  return {
    name: kind.name,
    value: rounded(exact),
    formula: spelled(kind.name, (key) => key),
    numbers: spelled(kind.name, (key) => String(of(key))),
  };
}

const EXACT: Readonly<Record<ScoreName, (of: (key: string) => number) => number>> = {
  RICE: (of) => (of('reach') * of('impact') * of('confidence')) / of('effort'),
  WSJF: (of) => (of('value') + of('urgency') + of('risk')) / of('size'),
  ICE: (of) => of('impact') * of('confidence') * of('ease'),
  'value/effort': (of) => of('value') / of('effort'),
};

function spelled(name: ScoreName, of: (key: string) => string): string {
  switch (name) {
    case 'RICE':
      return `${of('reach')} × ${of('impact')} × ${of('confidence')} ÷ ${of('effort')}`;
    case 'WSJF':
      return `(${of('value')} + ${of('urgency')} + ${of('risk')}) ÷ ${of('size')}`;
    case 'ICE':
      return `${of('impact')} × ${of('confidence')} × ${of('ease')}`;
    case 'value/effort':
      return `${of('value')} ÷ ${of('effort')}`;
  }
}

function rounded(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}
