/** The one-way arrows of the architecture (docs/adr/0021): load → index → validate | translate → output | xds. */
const src = (...names) => names.map((name) => `^src/${name}`).join('|');
const outside = ['fs', 'fs/promises', 'net', 'tls', 'http', 'https', 'http2', 'child_process', 'dgram', 'dns', 'readline', 'worker_threads'];

module.exports = {
  forbidden: [
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
    { name: 'model-is-a-leaf', severity: 'error', from: { path: src('model/') }, to: { path: '^(src|commands)/', pathNot: src('model/') } },
    {
      name: 'envoy-is-a-leaf',
      severity: 'error',
      from: { path: src('envoy/') },
      to: { path: '^(src|commands)/', pathNot: src('envoy/', 'model/') },
    },
    {
      name: 'diagnostics-is-a-leaf',
      severity: 'error',
      from: { path: src('diagnostics/') },
      to: { path: '^(src|commands)/', pathNot: src('diagnostics/', 'model/', 'patch/') },
    },
    {
      name: 'patch-is-a-leaf',
      comment: 'Lists and maps that are brought from one state to the next; they know nothing of what is in them.',
      severity: 'error',
      from: { path: src('patch/') },
      to: { path: '^(src|commands)/', pathNot: src('patch/') },
    },
    {
      name: 'load-comes-first',
      severity: 'error',
      from: { path: src('load/') },
      to: { path: src('(schema|index|validate|translate|output|xds|inspect|match|codec|proxy|cluster|pipeline)') },
    },
    {
      name: 'schema-stands-between-load-and-index',
      comment: 'What the API server says of one object; validate, translate and test live on it.',
      severity: 'error',
      from: { path: src('schema/') },
      to: { path: '^(src|commands)/', pathNot: src('(schema|model|diagnostics|envoy)/') },
    },
    {
      name: 'source-sees-only-load',
      comment: 'What a source is: whoever reads one (src/edition) knows the rest of the way.',
      severity: 'error',
      from: { path: src('source/') },
      to: { path: src('(index|validate|translate|output|xds|inspect|match|codec|proxy|cluster|edition|pipeline)') },
    },
    {
      name: 'index-sees-only-load',
      severity: 'error',
      from: { path: src('index/') },
      to: { path: src('(validate|translate|output|xds|inspect|match|codec|proxy|cluster|pipeline)') },
    },
    {
      name: 'translate-sees-only-what-is-before',
      severity: 'error',
      from: { path: src('translate/') },
      to: { path: src('(validate|output|xds|inspect|codec|proxy|cluster|pipeline)') },
    },
    {
      name: 'validate-sees-only-what-is-before',
      severity: 'error',
      from: { path: src('validate/') },
      to: { path: src('(output|xds|inspect|proxy|cluster|pipeline)') },
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
      comment: 'Only load, source, command, xds, cluster, proxy, lab and registry/live touch files, sockets and processes.',
      severity: 'error',
      from: { path: '^src/', pathNot: src('(load|source|command|xds|cluster|proxy|lab|registry/live)/') },
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
