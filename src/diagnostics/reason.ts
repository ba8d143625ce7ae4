const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file or directory'],
  ['ENOTDIR', 'a part of the path is not a directory'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['ELOOP', 'its symbolic links lead in a circle'],
  ['EISDIR', 'it is a directory'],
  ['EMFILE', 'too many files are open'],
  ['ENAMETOOLONG', 'the path is too long'],
  ['ENOSPC', 'no space is left on the device'],
  ['EDQUOT', 'the quota of the disk is used up'],
  ['EFBIG', 'the file would be larger than is allowed'],
  ['EROFS', 'the file system is read-only'],
  ['EIO', 'the device reports an error'],
  ['ERR_INVALID_ARG_VALUE', 'the path holds a NUL character'],
]);

/** What the system refused, in words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return REASONS.get(code) ?? (code || error.message);
}
