import type { Finding } from '../diagnostics/diagnostic.js';
import { type FieldReader, field } from '../envoy/fields.js';
import type { JsonObject } from '../model/envoy.js';
import { type CertificateView, readCertificate } from './certificate.js';
import type { Dump, Entry } from './dump.js';
import { readEntries } from './entries.js';
import { Refusals, readErrorState } from './refused.js';
import type { View } from './view.js';

export interface SecretFilter {
  /** Only the secret with this name. */
  readonly name?: string | undefined;
  /** Milliseconds since 1970: by it certificates are valid or not. */
  readonly now: number;
}

/** The columns of istioctl; the trust domain stands there only where one is known. */
const headings = ['RESOURCE NAME', 'TYPE', 'STATUS', 'VALID CERT', 'SERIAL NUMBER', 'NOT AFTER', 'NOT BEFORE'];

/** Warming before active before what the bootstrap has, which istioctl leaves out. */
const lists = [
  'dynamic_warming_secrets',
  'dynamic_active_secrets',
  'static_secrets',
] as const satisfies readonly string[];

const states: Readonly<Record<string, string>> = {
  dynamic_warming_secrets: 'WARMING',
  dynamic_active_secrets: 'ACTIVE',
  static_secrets: 'STATIC',
};

interface Secret {
  readonly name: string;
  readonly state: string;
  readonly certificates: readonly Certified[];
  readonly entry: Entry;
}

interface Certified {
  readonly trustDomain: string;
  readonly view: CertificateView | undefined;
}

/** What a proxy has of certificates and authorities. Keys are never looked at. */
export function secretsView(dump: Dump, filter: SecretFilter): View {
  const findings: Finding[] = [];
  const refusals = new Refusals();
  const secrets = readEntries(dump, 'secrets', lists, findings, (value, entry, reader) => {
    const secret = readSecret(value, entry, reader, filter.now);
    if (filter.name !== undefined && secret.name !== filter.name) return undefined;
    const refused = readErrorState(value, reader);
    if (refused !== undefined) refusals.add('secret', secret.name, refused.details);
    return secret;
  });
  findings.push(...refusals.findings(dump.name));
  const domains = secrets.some(({ certificates }) => certificates.some(({ trustDomain }) => trustDomain !== ''));
  return {
    headings: domains ? [...headings, 'TRUST DOMAIN'] : headings,
    rows: secrets.flatMap((secret) => rowsOf(secret).map((row) => (domains ? row : row.slice(0, headings.length)))),
    findings,
    *objects() {
      for (const { entry } of secrets) {
        const raw = dump.read(entry, []);
        if (raw !== undefined) yield raw;
      }
    },
  };
}

function rowsOf({ name, state, certificates }: Secret): readonly (readonly string[])[] {
  const shown = certificates.length > 0 ? certificates : [{ trustDomain: '', view: undefined }];
  return shown.map(({ view, trustDomain }) => [
    name,
    view?.type ?? '',
    state,
    String(view?.valid ?? false),
    view?.serial ?? '',
    view?.notAfter ?? '',
    view?.notBefore ?? '',
    trustDomain,
  ]);
}

function readSecret(value: JsonObject, entry: Entry, reader: FieldReader, now: number): Secret {
  const secret = reader.object(value, 'secret');
  const name = reader.text(value, 'name') || reader.text(secret, 'name');
  const uninitialized =
    entry.list === 'dynamic_active_secrets' && reader.text(value, 'version_info') === 'uninitialized';
  const state = uninitialized ? 'UNINITIALIZED' : (states[entry.list] ?? '');
  return { name, state, entry, certificates: certificatesOf(secret, reader, now) };
}

function certificatesOf(secret: JsonObject | undefined, reader: FieldReader, now: number): readonly Certified[] {
  const chain = pemOf(reader.object(reader.object(secret, 'tls_certificate'), 'certificate_chain'));
  const context = reader.object(secret, 'validation_context');
  const pem = chain || pemOf(reader.object(context, 'trusted_ca'));
  if (pem !== '') {
    const view = readCertificate(pem, now);
    return [{ view, trustDomain: view?.trustDomain ?? '' }];
  }
  // SPIFFE's validator has an authority for each trust domain.
  const validator = reader.object(reader.object(context, 'custom_validator_config'), 'typed_config');
  return reader.objects(validator, 'trust_domains').map((domain) => ({
    trustDomain: reader.text(domain, 'name'),
    view: readCertificate(pemOf(reader.object(domain, 'trust_bundle')), now),
  }));
}

/** The text of a DataSource; what lies in a file of the proxy is not here. */
function pemOf(source: JsonObject | undefined): string {
  const text = field(source, 'inline_string');
  if (typeof text === 'string') return text;
  const bytes = field(source, 'inline_bytes');
  return typeof bytes === 'string' ? Buffer.from(bytes, 'base64').toString('latin1') : '';
}
