import { items, type Report } from './rule.js';
import type { ServerTls } from './spec.js';

/** AER1167: the TLS settings of a server (Gateway) or an ingress listener (Sidecar); istiod's warnings too. */
export function checkServerTls(tls: ServerTls | undefined, pointer: string, report: Report): void {
  if (tls === undefined) return;
  checkCiphers(tls, pointer, report);
  const { mode = 'PASSTHROUGH' } = tls;
  if (mode === 'ISTIO_MUTUAL') {
    for (const field of certificateFields(tls)) {
      if (field !== 'caCrl') report('AER1167', `${pointer}/${field}`, settings(mode, field), { at: 'key' });
    }
    return;
  }
  if (mode === 'PASSTHROUGH' || mode === 'AUTO_PASSTHROUGH') {
    const [field] = certificateFields(tls);
    if (field !== undefined) {
      report('AER1167', `${pointer}/${field}`, settings(mode, field), { at: 'key', severity: 'warning' });
    }
  }
  const sources = [
    given(tls.serverCertificate) && given(tls.privateKey),
    given(tls.credentialName),
    given(tls.credentialNames),
    given(tls.tlsCertificates),
  ].filter(Boolean).length;
  if (sources > 1) {
    report('AER1167', pointer, {
      why: 'the certificate is given in more than one way',
      cure: 'Keep one of credentialName, credentialNames, serverCertificate with privateKey, tlsCertificates',
    });
  }
  const terminates = mode === 'SIMPLE' || isMutual(mode);
  if (terminates && (given(tls.credentialName) || given(tls.credentialNames))) return;
  if (terminates) checkCertificates(tls, mode, pointer, report);
  if (given(tls.caCrl)) {
    const cure = given(tls.credentialName)
      ? 'Put the list into the Secret that credentialName names'
      : mode === 'SIMPLE'
        ? 'Remove caCrl, or take MUTUAL'
        : undefined;
    if (cure !== undefined) {
      report('AER1167', `${pointer}/caCrl`, { why: 'a revocation list is not taken here', cure }, { at: 'key' });
    }
  }
}

function checkCertificates(tls: ServerTls, mode: string, pointer: string, report: Report): void {
  if (isMutual(mode) && !given(tls.caCertificates)) {
    report('AER1167', pointer, { why: `${mode} has no caCertificates`, cure: 'Add caCertificates or credentialName' });
  }
  const own = { serverCertificate: tls.serverCertificate ?? '', privateKey: tls.privateKey ?? '' };
  const several = items(tls.tlsCertificates, `${pointer}/tlsCertificates`);
  if (several.length > 2) {
    const why = 'there are more than two tlsCertificates';
    report('AER1167', `${pointer}/tlsCertificates`, { why, cure: 'Keep two at most' }, { severity: 'warning' });
  }
  for (const [certificate, at] of several.length > 0 ? several : [[own, pointer] as const]) {
    for (const field of ['serverCertificate', 'privateKey'] as const) {
      if (given(certificate[field])) continue;
      report('AER1167', at, { why: `${mode} has no ${field}`, cure: `Add ${field}, or a credentialName` });
    }
  }
}

const ciphers: ReadonlySet<string> = new Set([
  ...['ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES128-GCM-SHA256', 'ECDHE-ECDSA-AES256-GCM-SHA384'],
  ...['ECDHE-RSA-AES256-GCM-SHA384', 'ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDHE-RSA-CHACHA20-POLY1305'],
  ...['ECDHE-ECDSA-AES128-SHA', 'ECDHE-RSA-AES128-SHA', 'ECDHE-ECDSA-AES256-SHA', 'ECDHE-RSA-AES256-SHA'],
  ...['AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'AES128-SHA', 'AES256-SHA', 'DES-CBC3-SHA', '', 'ALL'],
]);

function checkCiphers(tls: ServerTls, pointer: string, report: Report): void {
  const warning = { severity: 'warning' } as const;
  const suites = items(tls.cipherSuites, `${pointer}/cipherSuites`);
  const { minProtocolVersion: least = '' } = tls;
  if ((least === 'TLSV1_0' || least === 'TLSV1_1') && suites.length === 0) {
    report(
      'AER1167',
      `${pointer}/minProtocolVersion`,
      { why: `${least} needs ciphers that are no longer among the default ones`, cure: 'Add cipherSuites' },
      warning,
    );
  }
  const seen = new Set<string>();
  for (const [suite, at] of suites) {
    // Operators (+, -, [a|b]) are not read by istiod.
    const known = ciphers.has(suite) || !/^[\p{L}\p{N}]/u.test(suite);
    if (!known)
      report('AER1167', at, { why: `the cipher ${suite} is unknown and ignored`, cure: 'Remove it' }, warning);
    else if (seen.has(suite)) report('AER1167', at, { why: `${suite} is there twice`, cure: 'Remove one' }, warning);
    seen.add(suite);
  }
}

function isMutual(mode: string): boolean {
  return mode === 'MUTUAL' || mode === 'OPTIONAL_MUTUAL';
}

function certificateFields(tls: ServerTls): readonly (keyof ServerTls)[] {
  return (
    [
      ...(['serverCertificate', 'privateKey', 'caCertificates', 'caCrl'] as const),
      ...(['tlsCertificates', 'credentialName', 'credentialNames'] as const),
    ] as const
  ).filter((field) => given(tls[field]));
}

function given(value: string | readonly unknown[] | undefined): boolean {
  return value !== undefined && value.length > 0;
}

function settings(mode: string, field: string): { why: string; cure: string } {
  return { why: `${mode} takes no ${field}`, cure: `Remove ${field}, or take another mode` };
}
