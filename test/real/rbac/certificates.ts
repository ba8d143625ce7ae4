import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { partProgram } from '../parts/require-part.js';

export interface KeyPair {
  readonly certificate: string;
  readonly key: string;
}

/** A mesh's certificate authority in a folder, made by openssl for one test. */
export interface Authority {
  readonly certificate: string;
  /** A certificate for a workload, its identity (`spiffe://…`) as the only URI of it. */
  issue(identity: string): Promise<KeyPair>;
}

/** Makes a new authority; its files are in `folder`. */
export async function newAuthority(folder: string): Promise<Authority> {
  const openssl = (...args: readonly string[]) => promisify(execFile)(partProgram('openssl'), args, { cwd: folder });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  await openssl('req', '-x509', ...newKey, '-keyout', 'ca.key', '-out', 'ca.crt', '-days', '2', '-subj', '/O=test');
  let issued = 0;
  return {
    certificate: await readFile(join(folder, 'ca.crt'), 'utf8'),
    issue: async (identity) => {
      issued += 1;
      const name = `workload-${issued}`;
      // As in Istio: no subject to speak of, the URI says who it is.
      await writeFile(join(folder, `${name}.ext`), `subjectAltName=critical,URI:${identity}\n`);
      await openssl('req', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', '/');
      const authority = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-set_serial', String(issued)];
      const out = ['-days', '2', '-extfile', `${name}.ext`, '-out', `${name}.crt`];
      await openssl('x509', '-req', '-in', `${name}.csr`, ...authority, ...out);
      return {
        certificate: await readFile(join(folder, `${name}.crt`), 'utf8'),
        key: await readFile(join(folder, `${name}.key`), 'utf8'),
      };
    },
  };
}
