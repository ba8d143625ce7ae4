/** What a proxy answers to `/logging`, and what may be asked of it there. */

export interface Logger {
  readonly name: string;
  readonly level: string;
}

/** Envoy's levels, from the one that says most. */
export const logLevels = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'] as const;

/** The loggers in the answer of `/logging`, in its order. */
export function readLoggers(text: string): readonly Logger[] {
  return text.split('\n').flatMap((line) => {
    const [, name = '', level = ''] = /^\s+(\S+):\s+([a-z]+)\s*$/.exec(line) ?? [];
    return name === '' ? [] : [{ name, level }];
  });
}

/** What `--level` asks for. */
export interface LevelChange {
  /** For every logger, before those that are named. */
  readonly all: string | undefined;
  readonly named: readonly Logger[];
}

export type LevelResult =
  | { readonly ok: true; readonly change: LevelChange }
  | { readonly ok: false; readonly wrong: string };

/**
 * Reads `debug`, `http:debug,redis:trace` or a mixture of both. A logger may be written with `=`, a level as `warn`, and
 * istioctl's `scope::` before a logger is passed over. Gives the part that is wrong when there is one.
 */
export function parseLevels(text: string): LevelResult {
  const named = new Map<string, string>();
  let all: string | undefined;
  for (const part of text.split(',')) {
    const own = part.trim().replace(/^.*::/s, '');
    const [, logger, word = ''] = /^(?:([^:=]+)[:=])?([a-z]+)$/i.exec(own) ?? [];
    const level = levelOf(word);
    if (level === undefined) return { ok: false, wrong: part.trim() };
    if (logger === undefined || logger === 'level' || logger === 'all') all = level;
    else named.set(logger, level);
  }
  return { ok: true, change: { all, named: [...named].map(([name, level]) => ({ name, level })) } };
}

function levelOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  // istioctl's own help has `none` for what Envoy calls `off`.
  const known = lower === 'warn' ? 'warning' : lower === 'none' ? 'off' : lower;
  return (logLevels as readonly string[]).includes(known) ? known : undefined;
}

/** The requests, each a POST, that make the change; a proxy takes one logger at a time, whatever its version. */
export function levelRequests({ all, named }: LevelChange): readonly string[] {
  return [
    ...(all === undefined ? [] : [`/logging?level=${all}`]),
    ...named.map(({ name, level }) => `/logging?${encodeURIComponent(name)}=${level}`),
  ];
}
