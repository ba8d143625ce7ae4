import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What a client calls, in this order, over one connection. */
export interface Plan {
  /** 127.0.0.1 when left out. */
  readonly host?: string;
  readonly port: number;
  /** The Java interface. */
  readonly service: string;
  readonly calls: readonly { readonly method: string; readonly group?: string; readonly times?: number }[];
}

export interface Answer {
  readonly answer?: string;
  readonly error?: string;
}

const program = fileURLToPath(new URL('client-process.ts', import.meta.url));

/** Calls a Dubbo service with apache-dubbo-js; an answer for each call, an exception of the other side among them. */
export async function callDubbo(plan: Plan): Promise<readonly Answer[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program, JSON.stringify(plan)], {
    timeout: 60_000,
    maxBuffer: 16 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Answer[];
}
