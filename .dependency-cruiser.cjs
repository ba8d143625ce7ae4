/** The one-way arrows of the architecture (docs/adr/0021): load → index → validate | translate → output | xds. */
const src = (...names) => names.map((name) => `^src/${name}`).join('|');
const outside = ['fs', 'fs/promises', 'net', 'tls', 'http', 'https', 'http2', 'child_process', 'dgram', 'dns', 'readline', 'worker_threads'];

/**
 * Every folder of src, and the folders that it may import; what is not here is refused. A new folder is a line, a new
 * arrow a word, and both want a reason: does it run the one way (docs/adr/0021, CONTRIBUTING.md)?
 */
const arrows = {
  // Leaves.
  model: [],
  patch: [],
  envoy: ['model'],
  diagnostics: ['model', 'patch'],
  behaviour: ['diagnostics'],
  certificate: [],
  handbook: [],
  explain: ['diagnostics'],
  // The way of the data.
  load: ['diagnostics', 'model', 'patch'],
  schema: ['diagnostics', 'envoy', 'model'],
  index: ['diagnostics', 'envoy', 'model', 'patch'],
  translate: ['diagnostics', 'envoy', 'index', 'model', 'patch', 'scope'],
  validate: ['behaviour', 'diagnostics', 'envoy', 'index', 'load', 'match', 'model', 'patch', 'schema', 'scope', 'sidecar', 'traffic', 'translate', 'xds'],
  'pipeline.ts': ['diagnostics', 'index', 'load', 'model', 'schema', 'translate', 'validate'],
  // What the rules do.
  match: ['behaviour', 'diagnostics', 'envoy', 'model', 'patch'],
  routetest: ['behaviour', 'diagnostics', 'envoy', 'match', 'model'],
  scope: ['envoy', 'model'],
  traffic: ['envoy', 'model', 'scope'],
  sidecar: ['diagnostics', 'envoy', 'model', 'scope', 'traffic'],
  lazyxds: ['diagnostics', 'envoy', 'model'],
  codec: ['behaviour', 'diagnostics', 'match', 'model'],
  // Results as text; beside the leaves only types (the rule below).
  output: ['behaviour', 'codec', 'diagnostics', 'envoy', 'explain', 'lab', 'match', 'model', 'proxy', 'registry', 'routetest', 'sidecar', 'translate', 'validate'],
  inspect: ['behaviour', 'diagnostics', 'envoy', 'index', 'match', 'model', 'output', 'scope', 'traffic', 'translate'],
  // Where resources come from, and what is in force of them.
  source: ['diagnostics', 'load', 'model'],
  cluster: ['diagnostics', 'envoy', 'load', 'model', 'patch', 'source'],
  registry: ['diagnostics', 'envoy', 'model'],
  edition: ['diagnostics', 'index', 'load', 'model', 'patch', 'pipeline.ts', 'schema', 'source', 'translate', 'validate'],
  // What editors are shown.
  language: ['diagnostics', 'edition', 'envoy', 'explain', 'index', 'inspect', 'load', 'match', 'model', 'output', 'patch', 'routetest', 'schema', 'translate', 'validate'],
  // Servers.
  istiod: ['certificate', 'cluster', 'model', 'xds'],
  controller: ['certificate', 'cluster', 'diagnostics', 'edition', 'envoy', 'istiod', 'lazyxds', 'load', 'model', 'output', 'patch', 'scope', 'sidecar', 'source', 'traffic', 'translate', 'validate', 'xds'],
  lab: ['codec', 'envoy', 'index', 'match', 'model', 'output', 'proxy', 'scope', 'traffic', 'xds'],
  xds: ['diagnostics', 'envoy', 'model', 'output', 'patch'],
  proxy: ['behaviour', 'certificate', 'codec', 'diagnostics', 'envoy', 'index', 'match', 'model', 'output', 'xds'],
};
const inside = (name) => (name.endsWith('.ts') ? `^src/${name.replace('.', '\\.')}$` : `^src/${name}/`);
const allowed = Object.entries(arrows).map(([folder, to]) => ({
  name: `${folder}-imports-only-what-the-list-says`,
  comment: 'The list of arrows at the top of .dependency-cruiser.cjs.',
  severity: 'error',
  from: { path: inside(folder) },
  to: { path: '^(src|commands|bin)/', pathNot: [folder, ...to].map(inside).join('|') },
}));

module.exports = {
  arrows,
  forbidden: [
    ...allowed,
    {
      name: 'every-folder-has-its-line',
      comment: 'A folder that the list of arrows does not name (`command` alone may import all).',
      severity: 'error',
      from: { path: '^src/', pathNot: ['command', ...Object.keys(arrows)].map(inside).join('|') },
      to: {},
    },
    {
      name: 'no-orphans',
      comment: 'What no command reaches is not in the program.',
      severity: 'error',
      from: { path: '^commands/|^src/command/shell/(main|output-failed)\\.ts$' },
      to: { path: '^src/', pathNot: '\\.d\\.ts$|^src/command/shell/main\\.ts$|^src/schema/formats\\.ts$', reachable: false },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'nothing-imports-commands', severity: 'error', from: { pathNot: '^(commands|test|script)/' }, to: { path: '^commands/' } },
    {
      name: 'only-commands-import-command',
      comment: 'src/command is the inside of the commands: the command line, settings, streams, exit codes.',
      severity: 'error',
      from: { pathNot: '^(commands|test|script|bench|src/command)/' },
      to: { path: '^src/command/' },
    },
    {
      name: 'rooms-of-command',
      comment: 'src/command: shell (the program itself), input (what several commands read), and a room a command. Siblings never import each other.',
      severity: 'error',
      from: { path: '^src/command/([^/]+)/' },
      to: { path: '^src/command/', pathNot: '^src/command/($1|shell|input)/' },
    },
    {
      name: 'shell-knows-no-command',
      severity: 'error',
      from: { path: '^src/command/(shell)/' },
      to: { path: '^src/command/', pathNot: '^src/command/shell/' },
    },
    {
      name: 'a-command-has-its-room',
      comment: 'commands/rds/serve.ts takes from src/command/rds, shell and input.',
      severity: 'error',
      from: { path: '^commands/([^/.]+)' },
      to: { path: '^src/command/', pathNot: '^src/command/($1|shell|input)/' },
    },
    {
      name: 'patch-is-a-leaf',
      comment: 'Lists and maps that are brought from one state to the next; they know nothing of what is in them.',
      severity: 'error',
      from: { path: src('patch/') },
      to: { path: '^(src|commands)/', pathNot: src('patch/') },
    },
    {
      name: 'output-computes-nothing',
      comment: 'Output takes results; it may know their types.',
      severity: 'error',
      from: { path: src('output/') },
      to: { path: src('(load|index|validate|translate|xds|inspect|match|codec|proxy|cluster|pipeline)'), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-cluster-imports-the-kubernetes-client',
      severity: 'error',
      from: { pathNot: '^(src/cluster|test)/' },
      to: { path: 'node_modules/@kubernetes/client-node' },
    },
    {
      name: 'pure-stages-touch-nothing',
      comment: 'Only load, source, command, controller, xds, cluster, istiod, proxy, lab and registry/live touch files, sockets and processes.',
      severity: 'error',
      from: { path: '^src/', pathNot: src('(load|source|command|controller|xds|cluster|istiod|proxy|lab|registry/live)/') },
      to: { dependencyTypes: ['core'], path: `^(node:)?(${outside.join('|')})$` },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-unlisted-packages', severity: 'error', from: { path: '^(src|commands|bin)/' }, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/generated/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
    moduleSystems: ['es6', 'cjs'],
  },
};
