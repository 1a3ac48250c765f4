/** A command that was called in a way that it doesn't understand, or that can't be done: one sentence, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
