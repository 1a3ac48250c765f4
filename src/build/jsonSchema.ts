/** The JSON Schema of the file, for every editor that has no extension of ours. */
import * as z from 'zod';
import { backlogFileSchema } from '../core/schema/backlogFile.ts';
import { kindOf } from '../core/schema/kinds.ts';
import type { Shape } from '../core/schema/shape.ts';
import { scalarText } from '../core/yaml/node.ts';
import type { Node } from '../core/yaml/node.ts';
import { parseText } from '../core/yaml/parse.ts';

type Json = Record<string, unknown>;

export function jsonSchema(): string {
  const schema = z.toJSONSchema(backlogFileSchema, {
    io: 'input',
    target: 'draft-07',
    override: ({ zodSchema, jsonSchema }) => {
      const json = jsonSchema as Json;
      const shape = kindOf(zodSchema)?.shape;
      if (shape !== undefined) Object.assign(json, typeOf(shape));
      if (json['type'] === 'object' && 'properties' in json) json['patternProperties'] = { '^x-': {} };
      if (Array.isArray(json['examples'])) writeExamples(json, json['examples']);
    },
  });
  const { $schema, ...rest } = schema as Json;
  const whole = {
    $schema,
    $id: 'https://github.com/refinery/refinery/blob/main/media/backlog.schema.json',
    title: 'Refinery backlog',
    description: 'The product backlog of a team, as one YAML file beside the code.',
    ...rest,
  };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}

/** What a scalar of the file is called by a reader that turns plain texts into numbers and booleans. */
function typeOf(shape: Shape): Json {
  switch (shape.kind) {
    case 'text':
      return { type: shape.pattern === undefined ? ['string', 'number', 'boolean'] : 'string' };
    case 'id':
    case 'ref':
      return { type: ['string', 'number'] };
    case 'team':
      return { type: ['string', 'number', 'boolean'] };
    case 'date':
      return { type: 'string', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' };
    default:
      return {};
  }
}

/** Examples are written as they would be typed; here they are values. Those that only open a block say nothing. */
function writeExamples(json: Json, examples: readonly unknown[]): void {
  const values = examples.filter((example) => typeof example === 'string' && !/^[|>]/.test(example));
  if (values.length === 0) delete json['examples'];
  else json['examples'] = values.map((example) => valueOf(parseText(String(example)).root, String(example)));
}

/** The value that other readers see. */
function valueOf(node: Node | undefined, text: string): unknown {
  if (node?.kind === 'seq') return node.items.map((item) => valueOf(item, text));
  if (node?.kind === 'map')
    return Object.fromEntries(node.pairs.map(({ key, value }) => [valueOf(key, text), valueOf(value, text)]));
  if (node?.kind !== 'scalar') return null;
  const written = scalarText(node, text);
  if (node.style !== 'plain') return written;
  if (written === 'true' || written === 'false') return written === 'true';
  return /^[-+]?\d+(?:\.\d+)?$/.test(written) ? Number(written) : written;
}
