import { createHash } from 'node:crypto';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly name?: string;
}

/** What is wanted of a package-lock.json (version 3). */
export interface Lockfile {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, Locked>>;
}

/**
 * The bill of materials of the program in CycloneDX 1.6, from the lockfile: the packages that are bundled, and Node where the
 * program has it in it. The same lockfile gives the same text; it has no time and no random number in it.
 *
 * @param bundled folders of packages that have code in the program (`node_modules/yaml`)
 */
export function sbom(lock: Lockfile, bundled: ReadonlySet<string>, node: string | undefined): object {
  // The same version of a package may lie in two folders; it is one component.
  const byReference = new Map<string, ReturnType<typeof componentOf>>();
  for (const path of [...bundled].sort()) {
    const locked = lock.packages[path];
    if (locked?.version === undefined) continue;
    const name = locked.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const component = componentOf(name, locked.version, locked);
    byReference.set(component['bom-ref'], component);
  }
  const components = [...byReference.values()];
  const runtime = node === undefined ? [] : [nodeComponent(node)];
  const body = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        'bom-ref': purl(lock.name, lock.version),
        type: 'application',
        name: lock.name,
        version: lock.version,
        purl: purl(lock.name, lock.version),
        licenses: [{ license: { id: 'Apache-2.0' } }],
      },
    },
    components: [...components, ...runtime],
    dependencies: [
      {
        ref: purl(lock.name, lock.version),
        dependsOn: [...components, ...runtime].map((each) => each['bom-ref']),
      },
    ],
  };
  return { $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json', ...body, serialNumber: serialOf(body) };
}

function componentOf(name: string, version: string, { integrity, license, resolved }: Locked) {
  const [, algorithm = '', digest = ''] = /^(sha\d+)-(.+)$/.exec(integrity ?? '') ?? [];
  const alg = algorithm.replace('sha', 'SHA-');
  return {
    'bom-ref': purl(name, version),
    type: 'library',
    name,
    version,
    purl: purl(name, version),
    ...(license !== undefined && { licenses: [licenseOf(license)] }),
    ...(digest !== '' && { hashes: [{ alg, content: Buffer.from(digest, 'base64').toString('hex') }] }),
    ...(resolved !== undefined && { externalReferences: [{ type: 'distribution', url: resolved }] }),
  };
}

function licenseOf(license: string): object {
  return /^[A-Za-z0-9.+-]+$/.test(license) ? { license: { id: license } } : { expression: license };
}

function nodeComponent(version: string) {
  const ref = `pkg:generic/node@${version}`;
  return { 'bom-ref': ref, type: 'platform', name: 'node', version, purl: ref, licenses: [{ license: { id: 'MIT' } }] };
}

function purl(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/** A number that follows from the content, in the form of a UUID (version 8: made by rules of one's own). */
function serialOf(body: object): string {
  const hex = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
