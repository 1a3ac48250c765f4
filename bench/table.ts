/** The table that a run ends with. */
import { isMet, type Goal, type Measured, type Unit } from './figure.ts';

const HEAD = ['figure', 'ours', 'peer or limit', 'ratio', 'goal', 'met', 'rounds'];

export function table(measured: readonly Measured[]): string {
  const rows = [HEAD, ...measured.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function cells(measured: Measured): readonly string[] {
  const { figure, ours, unit, against, goal, rounds } = measured;
  const met = isMet(measured);
  return [
    figure,
    amount(ours, unit),
    against === undefined ? '' : `${amount(against.value, unit)} ${against.name}`,
    against === undefined ? '' : ratio(ours, against.value),
    goal === undefined ? '' : wanted(goal, unit),
    met === undefined ? '' : met ? 'yes' : 'NO',
    rounds,
  ];
}

function amount(value: number, unit: Unit): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const number = value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit === '×' ? `${number}×` : `${number} ${unit}`;
}

function ratio(ours: number, other: number): string {
  if (other >= 10 * ours) return `1/${Math.round(other / ours).toLocaleString('en')}`;
  if (other > ours) return `1/${(other / ours).toFixed(1)}`;
  return `${(ours / other).toFixed(ours >= 10 * other ? 0 : 1)}×`;
}

function wanted(goal: Goal, unit: Unit): string {
  switch (goal.kind) {
    case 'at-most':
      return unit === '×' ? `≤ ${goal.value}×` : `≤ ${goal.value.toLocaleString('en')} ${unit}`;
    case 'at-most-times':
      return `≤ ${goal.factor}×`;
    case 'times-less':
      return `≤ 1/${goal.factor}`;
  }
}
