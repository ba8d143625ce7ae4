import { type Finding, finding } from '../diagnostics/diagnostic.js';
import { escapePointer } from '../diagnostics/pointer.js';
import type { Resource } from '../model/resource.js';
import { whyNoLabel1035, whyNoLabel1123, whyNoLabelValue, whyNoQualifiedName, whyNoSubdomain } from './names.js';
import { quote } from './words.js';

type Fields = Readonly<Record<string, unknown>>;

/** Bytes of keys and values of all annotations together (apimachinery, TotalAnnotationSizeLimitB). */
const maxAnnotationBytes = 256 * 1024;

/**
 * Adds what the API server says of names, labels, annotations, finalizers and owners. Values of a wrong type are the
 * schema's business and passed over here; an object without a name does not get past the loader.
 */
export function checkMetadata(resource: Resource, findings: Finding[]): void {
  const metadata: unknown = resource.object.metadata;
  if (!isFields(metadata)) return;
  const report: Report = (code, pointer, what, why, at) => {
    findings.push(finding(code, { what, why }, { resource, pointer: `/metadata${pointer}`, at }));
  };
  checkNames(resource, metadata, report);
  if (metadata.labels !== undefined) checkLabels(metadata, report);
  if (metadata.annotations !== undefined) checkAnnotations(metadata, report);
  checkOwners(metadata, report);
}

function checkLabels(metadata: Fields, report: Report): void {
  for (const [key, value] of fieldsOf(metadata.labels)) {
    const why = whyNoQualifiedName(key);
    const pointer = (): string => `/labels/${escapePointer(key)}`;
    if (why !== undefined) report('AER0115', pointer(), `The label ${quote(key)}`, why, 'key');
    const whyValue = typeof value === 'string' ? whyNoLabelValue(value) : undefined;
    if (whyValue === undefined) continue;
    report('AER0115', pointer(), `The value ${quote(value)} of the label ${quote(key)}`, whyValue, 'value');
  }
}

type Report = (
  code: 'AER0114' | 'AER0115' | 'AER0116' | 'AER0117',
  pointer: string,
  what: string,
  why: string,
  at: 'key' | 'value',
) => void;

function checkNames(resource: Resource, metadata: Fields, report: Report): void {
  const { name, generateName, namespace } = metadata;
  const whyNot = resource.kind === 'Service' ? whyNoLabel1035 : whyNoSubdomain;
  if (typeof name === 'string' && name !== '') {
    const why = whyNot(name);
    if (why !== undefined) report('AER0114', '/name', `The name ${quote(name)}`, why, 'value');
  }
  if (typeof generateName === 'string' && generateName !== '') {
    // A dash at the end is fine (apimachinery does not look at the character before it, but at the name that is made:
    // five characters are put behind the first 58).
    const masked = generateName.length > 1 ? generateName.replace(/[\s\S]-$/, 'a') : generateName;
    const why = whyNot(masked) ?? whyNot(`${generateName.slice(0, 58)}00000`);
    if (why !== undefined) report('AER0114', '/generateName', `The name ${quote(generateName)}`, why, 'value');
  }
  if (typeof namespace === 'string' && namespace !== '') {
    const why = whyNoLabel1123(namespace);
    if (why !== undefined) report('AER0114', '/namespace', `The namespace ${quote(namespace)}`, why, 'value');
  }
}

function checkAnnotations(metadata: Fields, report: Report): void {
  let bytes = 0;
  for (const [key, value] of fieldsOf(metadata.annotations)) {
    const why = whyNoQualifiedName(key.toLowerCase());
    if (why !== undefined)
      report('AER0116', `/annotations/${escapePointer(key)}`, `The annotation ${quote(key)}`, why, 'key');
    // A UTF-16 unit is at most three bytes, so that most objects need no counting.
    bytes += (key.length + (typeof value === 'string' ? value.length : 0)) * 3;
  }
  if (bytes <= maxAnnotationBytes) return;
  const exact = fieldsOf(metadata.annotations).reduce(
    (sum, entry) => sum + entry.reduce<number>((all, text) => all + byteLength(text), 0),
    0,
  );
  if (exact > maxAnnotationBytes) {
    report(
      'AER0116',
      '/annotations',
      'The annotations together',
      `they have ${exact} bytes, and at most 262144 are allowed`,
      'value',
    );
  }
}

function checkOwners(metadata: Fields, report: Report): void {
  const { finalizers, ownerReferences, generation } = metadata;
  if (Array.isArray(finalizers)) {
    finalizers.forEach((name: unknown, index) => {
      const why = typeof name === 'string' ? whyNoQualifiedName(name) : undefined;
      if (why !== undefined) report('AER0117', `/finalizers/${index}`, `The finalizer ${quote(name)}`, why, 'value');
    });
    if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion')) {
      report(
        'AER0117',
        '/finalizers',
        'The finalizers',
        '"orphan" and "foregroundDeletion" exclude each other',
        'value',
      );
    }
  }
  if (typeof generation === 'number' && generation < 0)
    report('AER0117', '/generation', 'The generation', 'it is negative', 'value');
  if (!Array.isArray(ownerReferences)) return;
  let controllers = 0;
  ownerReferences.forEach((owner: unknown, index) => {
    if (!isFields(owner)) return;
    for (const field of ['apiVersion', 'kind', 'name', 'uid']) {
      const empty = owner[field] === undefined || owner[field] === '';
      if (empty)
        report('AER0117', `/ownerReferences/${index}`, `The owner reference ${index}`, `it has no ${field}`, 'value');
    }
    if (owner.controller === true && ++controllers === 2) {
      report(
        'AER0117',
        `/ownerReferences/${index}/controller`,
        'The owner references',
        'only one owner can be the controller',
        'value',
      );
    }
  });
}

function byteLength(text: unknown): number {
  return typeof text === 'string' ? new TextEncoder().encode(text).length : 0;
}

function fieldsOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isFields(value) ? Object.entries(value) : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
