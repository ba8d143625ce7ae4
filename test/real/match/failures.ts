import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import type { MetaRouteConfiguration } from '../../../src/model/envoy.js';

/** A question with Envoy's answers; those that we once answered otherwise are kept in test/golden/match. */
export interface Golden {
  readonly configuration: MetaRouteConfiguration;
  /** Whether Envoy refuses the configuration. */
  readonly refused: boolean;
  /** Each with the name of the route that Envoy took; null: none. */
  readonly requests: readonly {
    readonly attributes: Readonly<Record<string, string>>;
    readonly route: string | null;
  }[];
}

const FOLDER = new URL('../../golden/match/', import.meta.url);

/** Writes a failing question down, so that from now on it is asked without Envoy too. Not where CI is set. */
export async function keepFailure(golden: Golden): Promise<void> {
  if (process.env.CI) return;
  const text = `${JSON.stringify(golden, null, 2)}\n`;
  const id = createHash('sha256').update(text).digest('hex').slice(0, 8);
  await mkdir(FOLDER, { recursive: true });
  await writeFile(new URL(`${golden.configuration.name}-${id}.json`, FOLDER), text);
}
