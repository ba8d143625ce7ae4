import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type ExitCode, exit } from './exit.js';

/** An error that a person can do something about: it is shown as one message, never with a stack. */
export class CommandError extends Error {
  readonly exitCode: ExitCode;

  /** `message` says what is wrong and ends with what to do. */
  constructor(message: string, exitCode: ExitCode) {
    super(message);
    this.name = new.target.name;
    this.exitCode = exitCode;
  }
}

/** The command line is wrong: exit 64. */
export class UsageError extends CommandError {
  constructor(message: string) {
    super(message, exit.usage);
  }
}

/** Something outside the program failed (a cluster, a file that cannot be written): exit 1. */
export class FailureError extends CommandError {
  constructor(message: string) {
    super(message, exit.failure);
  }
}

/** A file that is not among the judged inputs (a mesh config, a dump) cannot be read or parsed: exit 65. */
export class InputError extends CommandError {
  constructor(message: string) {
    super(message, exit.input);
  }
}

/** Something is wrong that has diagnostics (a bad `.aeraki.yaml`); they are shown as any others. */
export class DiagnosedError extends CommandError {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[], exitCode: ExitCode) {
    super(diagnostics.map(({ message }) => message).join('\n'), exitCode);
    this.diagnostics = diagnostics;
  }
}
