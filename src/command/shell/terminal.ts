import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Style } from '../../output/log.js';
import { wantsColour } from '../../output/wants-colour.js';

/** The two streams of a command, and how each is to be written. */
export interface Terminal {
  /** Standard output: what was asked for. */
  readonly stdout: Stream;
  /** Standard error: everything else. */
  readonly stderr: Stream;
}

export interface Stream {
  readonly isTTY: boolean;
  /** Loads the colours on first use only; most runs print none. */
  style(): Promise<Style>;
  /** Writes text that is already safe for a terminal, whole or in pieces; settles when the system has taken it. */
  write(text: string | Iterable<string>): Promise<void>;
}

/** Makes the terminal of a process. `choice` is the flag `--color`. */
export function terminal(
  choice: 'auto' | 'always' | 'never',
  streams: { readonly stdout: NodeJS.WriteStream; readonly stderr: NodeJS.WriteStream },
  environment: Readonly<Record<string, string | undefined>>,
): Terminal {
  const stream = (raw: NodeJS.WriteStream): Stream => ({
    isTTY: raw.isTTY === true,
    async style() {
      const { palette } = await import('../../output/colour.js');
      // A terminal that does not know its size says 0.
      const width = raw.isTTY && raw.columns > 0 ? raw.columns : undefined;
      return { palette: palette(wantsColour(choice, raw, environment)), width };
    },
    write: (text) => writeAll(raw, text),
  });
  return { stdout: stream(streams.stdout), stderr: stream(streams.stderr) };
}

/** Writes all of `text`, waiting for a slow reader; a reader that went away is no error (see `quietWhenClosed`). */
async function writeAll(raw: NodeJS.WriteStream, text: string | Iterable<string>): Promise<void> {
  for (const piece of typeof text === 'string' ? [text] : text) {
    if (piece === '') continue;
    await new Promise<void>((resolve) => {
      raw.write(piece, () => resolve());
    });
  }
}

/** Prints diagnostics as text, one after the other. */
export async function printDiagnostics(stream: Stream, diagnostics: readonly Diagnostic[]): Promise<void> {
  if (diagnostics.length === 0) return;
  const { diagnosticsText } = await import('../../output/log.js');
  await stream.write(diagnosticsText(diagnostics, await stream.style()));
}
