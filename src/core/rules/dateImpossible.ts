/** date/impossible: a day that is not in the calendar, or not written as one. */
import type { Fix } from '../backlog/problem.ts';
import type { Field } from '../schema/shape.ts';
import { scalarText } from '../yaml/node.ts';
import type { Scalar } from '../yaml/node.ts';
import type { Judging } from './judging.ts';
import { daysInMonth, shown } from './scalar.ts';

/** Year, month, day in this order, whatever stands between them; a time behind it is cut off. */
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[Tt ].*)?$/;

export function dateImpossible(judging: Judging, node: Scalar, field: Field): void {
  const written = scalarText(node, judging.text).trim();
  const [, year = '', month = '', day = ''] = written.length > 64 ? [] : (YEAR_FIRST.exec(written) ?? []);
  const name = shown(node, judging.text);
  if (year === '') {
    const message = `"${field.key}" takes a date in the form YYYY-MM-DD, not "${name}".`;
    judging.report('date/impossible', 'error', node, message);
    return;
  }
  const last = daysInMonth(Number(year), Number(month));
  const exists = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1;
  if (!exists) {
    judging.report('date/impossible', 'error', node, `${name} doesn’t exist.`);
    return;
  }
  if (Number(day) > last) {
    const message = `${name} doesn’t exist: that month has ${String(last)} days.`;
    judging.report('date/impossible', 'error', node, message, [
      change(node, year, month, String(last), false),
    ]);
    return;
  }
  const message = `Write dates as YYYY-MM-DD without a time, not "${name}".`;
  judging.report('date/impossible', 'error', node, message, [change(node, year, month, day, true)]);
}

function change(node: Scalar, year: string, month: string, day: string, preferred: boolean): Fix {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return {
    title: `Change to ${date}`,
    edits: [{ start: node.start, end: node.end, text: date }],
    ...(preferred ? { preferred } : {}),
  };
}
