/** What a field of a story is called in a sentence. */
import type { Config } from '../../backlog/config.ts';
import { itemFields } from '../../schema/shapes.ts';

export function fieldTitle(key: string, { customFields }: Config): string {
  return itemFields('stories').get(key)?.title ?? customFields.get(key)?.title ?? key;
}
