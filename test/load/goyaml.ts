import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What `sigs.k8s.io/yaml` makes of one document: its value, or why it refuses it. */
export type GoReading = { readonly value: unknown } | { readonly error: string };

const directory = fileURLToPath(new URL('./goyaml/', import.meta.url));

/** Reads texts with the Go library that Kubernetes uses. undefined: there is no Go on this machine. */
export function readWithGo(texts: readonly string[]): readonly GoReading[] | undefined {
  try {
    execFileSync('go', ['version'], { stdio: 'pipe' });
  } catch {
    return undefined;
  }
  const output = execFileSync('go', ['run', '.'], {
    cwd: directory,
    input: JSON.stringify(texts),
    maxBuffer: 1 << 30,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const results = JSON.parse(output.toString('utf8')) as readonly { json?: unknown; error?: string }[];
  return results.map(({ json, error }) => (error === undefined ? { value: json ?? null } : { error }));
}
