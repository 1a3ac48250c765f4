/** The shapes of the format as data, from the zod schemas: what ships reads them without zod. */
import { topLevelFields } from '../core/schema/compile.ts';
import type { Field, Shape } from '../core/schema/shape.ts';
import type { FieldData, FormatData, ShapeData } from '../core/schema/shapeData.ts';
import type { Page } from './rulePages.ts';

export function formatData(): FormatData {
  const fields = new Table<FieldData>();
  const shapes = new Table<ShapeData>();
  const field = ({ key, title, description, examples, required, shape: own }: Field): number =>
    fields.add([key, title, description, examples, required ? 1 : 0, shape(own)]);
  const shape = (of: Shape): number => shapes.add(dataOf(of));
  const dataOf = (of: Shape): ShapeData => {
    switch (of.kind) {
      case 'text': {
        const { pattern, ...rest } = of;
        return pattern === undefined ? rest : { ...rest, pattern: pattern.source };
      }
      case 'list':
        return { kind: 'list', of: shape(of.of), orOne: of.orOne };
      case 'record':
        return { kind: 'record', key: shape(of.key), value: shape(of.value) };
      case 'object':
        return { kind: 'object', fields: [...of.fields.values()].map(field) };
      case 'union':
        return { kind: 'union', of: of.of.map(shape) };
      default:
        return of;
    }
  };
  const top = [...topLevelFields().values()].map(field);
  return { top, fields: fields.entries, shapes: shapes.entries };
}

export function formatPage(): Page {
  const json = JSON.stringify(formatData()).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  const text = `/** Generated from the schemas in this folder by \`npm run generate\`: change those. The shapes of the format, as JSON. */
export const FORMAT =
  '${json}';
`;
  return { path: 'src/core/schema/format.ts', text };
}

/** Entries by number; what is equal has one number. */
class Table<T> {
  readonly entries: T[] = [];
  readonly #numbers = new Map<string, number>();

  add(entry: T): number {
    const key = JSON.stringify(entry);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.entries.push(entry) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}
