/**
 * Which flags a settings file of a tree (`.aeraki.yaml`) may set. A tree may come from a stranger, so a flag is closed to
 * it unless its definition opens it; the user's own file, the environment and the command line may set every flag.
 */
interface TreeFlag {
  readonly fromTree?: boolean;
}

/**
 * Opens a flag to the settings of a tree. Only for a flag that cannot run code, reach a network or a cluster, open a port,
 * write, read outside the tree, or show secrets, whatever its value; test/cli/trust.test.ts lists all that are open.
 * Paths (`<path>`, `<file>`) are resolved against the file that has them and must stay in its tree.
 */
export function treeMay<Definition extends object>(flag: Definition): Definition {
  return { ...flag, fromTree: true };
}

/** Whether a settings file of a tree may set this flag; of a definition or of its form in the manifest. */
export function isOpenToTree(flag: object): boolean {
  return (flag as TreeFlag).fromTree === true;
}

interface FileGlobsFlag {
  readonly fileGlobs?: boolean;
}

/** Says that the values of a flag are globs of files. */
export function ofFiles<Definition extends object>(flag: Definition): Definition {
  return { ...flag, fileGlobs: true };
}

/** Whether the values of a flag are globs of files; of a definition or of its form in the manifest. */
export function isFileGlobs(flag: object): boolean {
  return (flag as FileGlobsFlag).fileGlobs === true;
}

const paths = new Set(['<path>', '<file>', '<dir>', '<dump>']);

/** Whether the values of this flag are paths of this machine. */
export function isPathFlag(flag: object): boolean {
  return 'helpValue' in flag && typeof flag.helpValue === 'string' && paths.has(flag.helpValue);
}

/** A flag of whose values some count only where a person wrote them: those that run a program. */
export interface CommandLineOnly {
  /** Whether `value` counts on the command line alone, and neither in the environment nor in a settings file. */
  readonly commandLineOnly?: (value: string) => boolean;
}

/** Has values of a flag count on the command line alone. */
export function onlyOnCommandLine<Definition extends object>(
  flag: Definition,
  commandLineOnly: (value: string) => boolean,
): Definition {
  return { ...flag, commandLineOnly };
}
