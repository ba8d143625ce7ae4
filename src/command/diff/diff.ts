import { diagnose } from '../../diagnostics/diagnose.js';
import { type Diagnostic, finding } from '../../diagnostics/diagnostic.js';
import { isUnreadable } from '../../diagnostics/exit-code.js';
import type { Difference } from '../../inspect/diff/difference.js';
import type { Statement } from '../../inspect/diff/words/statement.js';
import { load } from '../../load/load.js';
import type { Loaded } from '../../load/loaded.js';
import type { Resource } from '../../model/resource.js';
import { printable } from '../../output/printable.js';
import type { Translated } from '../../pipeline.js';
import { readDumps } from '../input/dump/source.js';
import { checkPaths, clusterOptions, loadOptions, unrendered } from '../input/inputs.js';
import { allocatedAddresses, translateSide } from '../input/side.js';
import { UsageError } from '../shell/errors.js';
import type { Terminal } from '../shell/terminal.js';
import type { DiffFlags, Question } from './question.js';

export interface DiffResult {
  readonly differences: readonly Difference[];
  /** Both sides, for their diagnostics; the one that is being judged last. */
  readonly translated: readonly Translated[];
  /** Lines for standard error. */
  readonly notes: readonly string[];
  /** What changed in the inputs, in their own words; absent where the other side is no inputs. */
  readonly statements?: readonly Statement[];
}

/** Raised where a side holds nothing because its inputs cannot be read: whatever is said of it would be wrong. */
export class NothingRead extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super('nothing to compare could be read');
  }
}

/** Reads both sides and compares them. Raises `NothingRead`, and what reading raises. */
export async function findDifferences(question: Question, flags: DiffFlags, terminal: Terminal): Promise<DiffResult> {
  switch (question.mode) {
    case 'base':
      return compareWithBase(question, flags);
    case 'cluster':
      return compareWithCluster(question, flags);
    case 'files':
      return compareFiles(question, flags);
    default:
      return compareWithProxyOf(question, flags, terminal);
  }
}

async function meshConfigOf(flags: DiffFlags) {
  if (flags['mesh-config'] === undefined) return undefined;
  const { readMeshConfigFile } = await import('../input/mesh-config-file.js');
  return readMeshConfigFile(flags['mesh-config']);
}

async function loadFiles(paths: readonly string[], flags: DiffFlags): Promise<Loaded> {
  return something(await load(checkPaths(paths, flags), loadOptions(flags)));
}

/** What was loaded, if there is anything in it, or nothing was meant to be. */
function something(loaded: Loaded): Loaded {
  const empty = loaded.resources.length === 0;
  if (empty && loaded.findings.some(({ code }) => isUnreadable(code)))
    throw new NothingRead(diagnose(loaded.findings, loaded.locate));
  return loaded;
}

async function compareWithBase({ paths }: Question, flags: DiffFlags): Promise<DiffResult> {
  if (paths.includes('-')) throw new UsageError('Standard input has no history: --base needs files or directories.');
  const { checkOut } = await import('./git.js');
  const checkout = await checkOut(flags.base ?? 'HEAD', checkPaths(paths));
  try {
    const none: Loaded = {
      documents: [],
      resources: [],
      findings: [],
      files: 0,
      locate: () => ({ line: 1, column: 1 }),
    };
    const old = checkout.paths.length === 0 ? none : renamed(await loadFiles(checkout.paths, flags), checkout.nameOf);
    return await compareLoaded(old, await loadFiles(paths, flags), flags);
  } finally {
    checkout.remove();
  }
}

/** Two trees, two files, or standard input against a tree. */
async function compareFiles({ paths: [first = '', ...rest] }: Question, flags: DiffFlags): Promise<DiffResult> {
  checkPaths([first, ...rest]);
  const before = await loadFiles([first], unrendered(flags));
  return compareLoaded(before, await loadFiles(rest, flags), flags);
}

/** Both sides are inputs: what is made of them is compared, and they themselves are, in the words of the rules. */
async function compareLoaded(old: Loaded, now: Loaded, flags: DiffFlags): Promise<DiffResult> {
  const [{ comparables }, { compareObjects }, { statementsOf }, rules, meshConfig] = await Promise.all([
    import('../../inspect/diff/translation.js'),
    import('../../inspect/diff/objects.js'),
    import('../../inspect/diff/words/statements.js'),
    Promise.all([
      import('../../match/from-translation.js'),
      import('../../match/service.js'),
      import('../../translate/metaprotocol/codec.js'),
    ]),
    meshConfigOf(flags),
  ]);
  const { translated: before } = await translateSide(old, flags, new Map(), meshConfig);
  // A service keeps the address that it had: a new one in front of it must not look like a change of all others.
  const { translated: after } = await translateSide(now, flags, allocatedAddresses(before), meshConfig);
  const differences = compareObjects(comparables(before.translation), comparables(after.translation));
  const [{ rulesFromTranslation }, { compileRules }, { codecsByRoute }] = rules;
  const compiled = ({ translation, index }: Translated) =>
    compileRules(rulesFromTranslation(translation, codecsByRoute(index)));
  let asked = 0;
  const made = comparables(after.translation);
  const statements = await statementsOf({
    before: old.resources,
    after: now.resources,
    rules: { before: compiled(before), after: compiled(after) },
    // What the new inputs would give without this one change: the same, and it shows in no object.
    shows: async (was, is) => {
      asked += 1;
      if (differences.length === 0 || asked > COUNTERFACTUALS) return differences.length > 0;
      const without = { ...now, resources: exchanged(now.resources, is, was) };
      const { translated } = await translateSide(without, flags, allocatedAddresses(before), meshConfig);
      return compareObjects(comparables(translated.translation), made).length > 0;
    },
  });
  return { differences, translated: [before, after], notes: [], statements };
}

/** How many changes are looked at one by one; of more it would take too long. */
const COUNTERFACTUALS = 50;

/** The resources with `was` in the place of `is`; either may be missing. */
function exchanged(
  resources: readonly Resource[],
  is: Resource | undefined,
  was: Resource | undefined,
): readonly Resource[] {
  if (is === undefined) return was === undefined ? resources : [...resources, was];
  return resources.flatMap((each) => (each === is ? (was ?? []) : [each]));
}

/** The same with files called as git calls them, and not as the temporary folder does. */
function renamed(loaded: Loaded, nameOf: (file: string) => string): Loaded {
  return {
    ...loaded,
    resources: loaded.resources.map((each) => ({
      ...each,
      source: { ...each.source, file: nameOf(each.source.file) },
    })),
    findings: loaded.findings.map((each) => (each.file === undefined ? each : { ...each, file: nameOf(each.file) })),
    // Positions need the file under its own name; the line where the resource begins is near enough for the old side.
    locate: (source) => ({ line: source.line, column: 1 }),
  };
}

async function compareWithCluster({ paths }: Question, flags: DiffFlags): Promise<DiffResult> {
  const [{ readCluster, readGenerated }, { addressesOf }, { overlay }] = await Promise.all([
    import('../../cluster/reader.js'),
    import('../../cluster/addresses.js'),
    import('../../source/overlay.js'),
  ]);
  const [{ clusterComparables, kubernetesComparables }, { compareObjects }, meshConfig] = await Promise.all([
    import('../../inspect/diff/translation.js'),
    import('../../inspect/diff/objects.js'),
    meshConfigOf(flags),
  ]);
  const options = clusterOptions(flags);
  const [cluster, generated] = await Promise.all([readCluster(options), readGenerated(options)]);
  const rules = withoutGenerated(cluster);
  const loaded = paths.length === 0 ? rules : overlay(rules, await loadFiles(paths, flags));
  const { translated } = await translateSide(loaded, flags, addressesOf(cluster, flags['cluster-domain']), meshConfig);
  const expected = kubernetesComparables(translated.translation);
  const hosts = new Set(translated.index.services.flatMap((each) => each.hosts.slice(0, 1)));
  const names = new Set(expected.map((each) => `${each.kind} ${each.namespace}/${each.name}`));
  const actual = clusterComparables(generated.resources).filter((each) => {
    // Of one namespace we know the services of that namespace; the filters of all may lie in the root namespace.
    return options.allNamespaces || names.has(`${each.kind} ${each.namespace}/${each.name}`) || isOf(each.name, hosts);
  });
  return { differences: compareObjects(actual, expected), translated: [translated], notes: [] };
}

/** VirtualServices that Aeraki made are its results, not its inputs. */
function withoutGenerated(loaded: Loaded): Loaded {
  const resources = loaded.resources.filter(({ object }) => object.metadata?.labels?.manager !== 'Aeraki');
  return { ...loaded, resources };
}

function isOf(name: string, hosts: ReadonlySet<string>): boolean {
  const [, rest = ''] = /^aeraki-(?:inbound|outbound)-(.*)$/.exec(name) ?? [];
  return [...hosts].some((host) => rest.startsWith(`${host}-`));
}

async function compareWithProxyOf(question: Question, flags: DiffFlags, terminal: Terminal): Promise<DiffResult> {
  const note = (line: string) => terminal.stderr.write(`${line}\n`);
  const source = { ...flags, file: flags.dump, 'all-pods': false, selector: undefined };
  const [{ addressesOfProxy }, { compareWithProxy }, { kindNames }, meshConfig] = await Promise.all([
    import('../../inspect/diff/addresses.js'),
    import('../../inspect/diff/proxy.js'),
    import('../../inspect/sections.js'),
    meshConfigOf(flags),
  ]);
  // Rules first: what is wrong with them shows before a cluster is asked.
  const loaded = await rulesFor(question, flags);
  // The namespace of the rules has a default, the one of the pod has the context's.
  const [sourced] = await readDumps(
    question.pod,
    { ...source, namespace: flags.namespace === 'default' ? undefined : flags.namespace },
    note,
  );
  if (sourced === undefined) throw new UsageError('No proxy to compare with. Name a pod.');
  const { dump } = sourced;
  const { translated } = await translateSide(loaded, flags, addressesOfProxy(dump), meshConfig);
  const hosts = new Set(translated.index.services.flatMap((each) => each.hosts.slice(0, 1)));
  const { differences, unknownHosts, notCompared } = compareWithProxy(translated.translation, dump, hosts);
  const notes = unknownHosts.length === 0 ? [] : [unknownNote(unknownHosts)];
  const missing = [...notCompared].map(([kind, count]) =>
    finding('AER0611', { kinds: kindNames[kind], count }, { file: dump.name }),
  );
  const diagnostics = [...translated.diagnostics, ...diagnose([...dump.findings, ...missing])];
  return { differences, translated: [{ ...translated, diagnostics }], notes };
}

/** Files; with a context the rules of its cluster with the files laid over them. */
async function rulesFor({ paths }: Question, flags: DiffFlags): Promise<Loaded> {
  const { readInputs } = await import('../input/inputs.js');
  return withoutGenerated(something(await readInputs(paths, flags)));
}

function unknownNote(hosts: readonly string[]): string {
  const shown = hosts.slice(0, 3).join(', ');
  const more = hosts.length > 3 ? `, … (${hosts.length} in all)` : '';
  return printable(`Not compared: routes of the proxy for hosts that the inputs do not have: ${shown}${more}`);
}
