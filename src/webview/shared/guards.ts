/** Tests of what was saved by another version of a view: each part is looked at before anything of it is believed. */
export type Guard<T> = (value: unknown) => value is T;

export const isText: Guard<string> = (value) => typeof value === 'string';
export const isNumber: Guard<number> = (value): value is number => Number.isInteger(value);
export const isFlag: Guard<boolean> = (value) => typeof value === 'boolean';
export const isNull: Guard<null> = (value) => value === null;

export function isOneOf<const T extends string>(...words: readonly T[]): Guard<T> {
  return (value): value is T => words.some((word) => word === value);
}

export function isListOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(guard);
}

export function isEither<A, B>(first: Guard<A>, second: Guard<B>): Guard<A | B> {
  return (value): value is A | B => first(value) || second(value);
}

/** An object that has all of these; it may have more. */
export function hasForm<T extends object>(form: { readonly [K in keyof T]-?: Guard<T[K]> }): Guard<T> {
  const guards: readonly (readonly [string, Guard<unknown>])[] = Object.entries(form);
  return (value): value is T => guards.every(([key, guard]) => guard(memberOf(value, key)));
}

/** A member of what may be anything. */
export function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}
