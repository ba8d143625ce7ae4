/** How a command ends, whatever its `-o` (cli.md section 1, Exit codes). `diff` alone uses 1 and 2 in its own way. */
export const exit = {
  fine: 0,
  /** Something failed at run time: a cluster that does not answer, a file that cannot be written. */
  failure: 1,
  /** The command line or a setting is wrong. */
  usage: 64,
  /** An input cannot be read or parsed. */
  input: 65,
  /** Findings at or above the threshold, or a check that got "no". */
  findings: 79,
} as const;

export type ExitCode = number;

const order: readonly ExitCode[] = [exit.usage, exit.failure, exit.input, exit.findings, exit.fine];

/** Of several codes at once, the one that counts: 64 before 1 before 65 before 79. */
export function worst(...codes: readonly ExitCode[]): ExitCode {
  const rank = (code: ExitCode): number => {
    const place = order.indexOf(code);
    return place === -1 ? 1 : place;
  };
  return codes.reduce((a, b) => (rank(b) < rank(a) ? b : a), exit.fine);
}
