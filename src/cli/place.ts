import type { ItemAddress, Place } from '../core/operations/operation.ts';
import type { ListName } from '../core/backlog/lists.ts';
import type { Arguments } from './arguments.ts';
import type { Options } from './options.ts';
import { UsageError } from './usageError.ts';

export const PLACE_OPTIONS: Options = {
  before: { value: 'ID', help: 'above this item' },
  after: { value: 'ID', help: 'below this item' },
  top: { help: 'above all others' },
  bottom: { help: 'below all others' },
};

/** The place that the options name; undefined where they name none. Throws a `UsageError` where they name two. */
export function placeFrom(args: Arguments, list?: ListName): Place | undefined {
  const given = Object.keys(PLACE_OPTIONS).filter((option) => args.has(option));
  if (given.length > 1) throw new UsageError(`--${given.join(' and --')} say different places; give one.`);
  const address = (id: string): ItemAddress => ({ id, list });
  const before = args.value('before');
  if (before !== undefined) return { before: address(before) };
  const after = args.value('after');
  if (after !== undefined) return { after: address(after) };
  if (args.has('top')) return { at: 'top' };
  return args.has('bottom') ? { at: 'bottom' } : undefined;
}
