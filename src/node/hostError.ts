/** Something that the outside world refused, told in one sentence that a person can act on. */
export class HostError extends Error {
  override readonly name = 'HostError';
}

/** Somebody else wrote between reading and writing: what was meant may be planned again on what they wrote. */
export class ChangedMeanwhile extends HostError {
  override readonly name = 'ChangedMeanwhile' as 'HostError';
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'permission denied',
  EPERM: 'the operation is not permitted',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is not a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EIO: 'the disk reported an error',
  ELOOP: 'its symbolic links form a loop',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EBUSY: 'it is in use',
};

/** `doing` completes "Cannot …": `read backlog.yaml`. Errors that are ours already stay as they are. */
export function asHostError(error: unknown, doing: string): HostError {
  if (error instanceof HostError) return error;
  const code = errorCode(error);
  const reason = (code && REASONS[code]) ?? (error instanceof Error ? error.message : String(error));
  return new HostError(`Cannot ${doing}: ${reason}.`, { cause: error });
}

/** The system's code of an error (`ENOENT`), if it has one. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
