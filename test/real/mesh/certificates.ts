import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An authority of one's own, and certificates of workloads that it signs, as PEM files of a folder. */
export class WorkloadCertificates {
  readonly ca: string;
  #serial = 1;

  constructor(
    readonly folder: string,
    readonly namespace: string,
  ) {
    this.ca = join(folder, 'own-ca.pem');
    openssl('req', '-x509', ...key, '-subj', '/CN=mesh', '-days', '2', '-keyout', `${this.ca}.key`, '-out', this.ca);
  }

  /** The flags of a workload; its files are there afterwards, with a certificate that no other has been before. */
  flags(account: string): readonly string[] {
    this.renew(account);
    const file = join(this.folder, account);
    return ['--mtls-cert', `${file}.pem`, '--mtls-key', `${file}.key`, '--mtls-ca', this.ca];
  }

  /** Another key and certificate in the same files. Gives its serial number in hexadecimal. */
  renew(account: string): string {
    const file = join(this.folder, account);
    const uri = `spiffe://cluster.local/ns/${this.namespace}/sa/${account}`;
    writeFileSync(`${file}.names`, `subjectAltName=critical,URI:${uri}\n`);
    openssl('req', ...key, '-subj', '/', '-keyout', `${file}.key.new`, '-out', `${file}.csr`);
    this.#serial += 1;
    const signer = ['-CA', this.ca, '-CAkey', `${this.ca}.key`, '-set_serial', String(this.#serial), '-days', '2'];
    openssl('x509', '-req', '-in', `${file}.csr`, ...signer, '-extfile', `${file}.names`, '-out', `${file}.pem.new`);
    // As a Secret in a volume is exchanged: both at once, as near as two files can be.
    execFileSync('sh', ['-c', 'mv "$1.key.new" "$1.key" && mv "$1.pem.new" "$1.pem"', 'mv', file]);
    return this.#serial.toString(16).padStart(2, '0').toUpperCase();
  }
}

const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

function openssl(...args: readonly string[]): void {
  execFileSync('openssl', args, { stdio: 'ignore' });
}
