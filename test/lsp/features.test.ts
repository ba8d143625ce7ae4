import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  DocumentSymbol,
  Hover,
  InlayHint,
  Location,
  MarkupContent,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { built } from '../cli/program.js';
import { applied, Editor, marked, placeOf } from './editor.js';

const host = 'orders.shop.svc.cluster.local';
const services = `apiVersion: networking.istio.io/v1beta1
kind: ServiceEntry
metadata: {name: orders, namespace: shop}
spec:
  hosts: [${host}]
  addresses: [240.240.0.1]
  resolution: STATIC
  location: MESH_INTERNAL
  workloadSelector: {labels: {app: orders}}
  ports:
  - {name: tcp-metaprotocol-dubbo, number: 20880, protocol: TCP}
---
apiVersion: networking.istio.io/v1beta1
kind: DestinationRule
metadata: {name: orders, namespace: shop}
spec:
  host: ${host}
  subsets:
  - name: v1
    labels: {version: v1}
  - name: v2
    labels: {version: v2}
---
apiVersion: networking.istio.io/v1beta1
kind: Gateway
metadata: {name: door, namespace: shop}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 20880, name: tcp-metaprotocol-dubbo, protocol: TCP}
    hosts: ['*']
`;
const router = `apiVersion: metaprotocol.aeraki.io/v1alpha1
kind: MetaRouter
metadata:
  name: orders
  namespace: shop
spec:
  hosts:
  - ${host}
  localRateLimit:
    tokenBucket:
      fillInterval: 30s
      maxTokens: 100
      tokensPerFill: 60
  routes:
  - name: pay
    match:
      attributes:
        method: {exact: pay}
    route:
    - destination:
        host: ${host}
        subset: v1
      weight: 80
    - destination:
        host: ${host}
        subset: v2
      weight: 20
  - name: rest
    route:
    - destination:
        host: ${host}
        subset: v1
  - name: late
    match:
      attributes:
        method: {exact: refund}
    route:
    - destination:
        host: ${host}
`;
const tests = `apiVersion: aeraki.io/v1alpha1
kind: RouteTest
metadata: {name: orders}
spec:
  cases:
  - name: pays
    host: ${host}
    attributes: {method: pay}
    expect:
      route: pay
      clusters: {"outbound|20880|v1|${host}": 80, "outbound|20880|v2|${host}": 20}
`;

const everywhere = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

describe('the language server, over the wire', () => {
  let editor: Editor;
  before(async function () {
    this.timeout(120_000);
    await built();
    editor = await Editor.open({ 'services.yaml': services, 'router.yaml': router, 'tests/test.yaml': tests });
    await editor.openFile('router.yaml', router);
    await editor.settled();
  });
  after(async () => {
    assert.equal(await editor.end(), 0);
    assert.deepEqual(editor.log, []);
  });
  afterEach(async () => editor.change('router.yaml', router));

  const offered = async (from: string, to: string, name = 'router.yaml', whole = router) => {
    const { text, position } = marked(whole.replace(from, to));
    if (name === 'router.yaml') await editor.change(name, text);
    else {
      await editor.change('router.yaml', router);
      await editor.openFile(name, text);
    }
    const list = await editor.ask<CompletionList>('completion', name, position);
    if (name !== 'router.yaml') await editor.closeFile(name);
    return { text, items: list.items, labels: list.items.map(({ label }) => label) };
  };
  const hovered = async (word: string, within = 1): Promise<string> => {
    const found = await editor.ask<Hover | null>('hover', 'router.yaml', placeOf(router, word, within));
    return (found?.contents as MarkupContent | undefined)?.value ?? '';
  };

  it('says of a buffer what validate says of its text, and takes it back', async () => {
    await editor.change('router.yaml', router.replace('subset: v2', 'subset: v3'));
    const list = await editor.diagnostics('router.yaml', (all) => all.some(({ code }) => code === 'AER0306'));
    const found = list.find(({ code }) => code === 'AER0306');
    assert.deepEqual(found?.range, { start: { line: 25, character: 16 }, end: { line: 25, character: 18 } });
    assert.equal(found.source, 'aeraki');
    await editor.change('router.yaml', router);
    await editor.diagnostics('router.yaml', (all) => all.every(({ code }) => code !== 'AER0306'));
  });

  it('judges the other files by what is open', async () => {
    await editor.openFile('services.yaml', services.replace('name: v2', 'name: v9'));
    await editor.diagnostics('router.yaml', (all) => all.some(({ code }) => code === 'AER0306'));
    await editor.closeFile('services.yaml');
    await editor.diagnostics('router.yaml', (all) => all.every(({ code }) => code !== 'AER0306'));
  });

  it('corrects what --fix corrects, in the quotes and style of the text', async () => {
    const bad = router.replace(
      '    route:\n    - destination:\n        host',
      "    'rotue':\n    - destination:\n        host",
    );
    await editor.change('router.yaml', bad);
    const context = { diagnostics: [] };
    const actions = await editor.ask<CodeAction[]>('codeAction', 'router.yaml', undefined, {
      range: everywhere,
      context,
    });
    const one = actions.find(({ title }) => title === 'Rename to route');
    const all = actions.find(({ kind }) => kind === 'source.fixAll.aeraki');
    for (const action of [one, all]) {
      const edits = action?.edit?.changes?.[editor.uri('router.yaml')] ?? [];
      assert.equal(applied(bad, edits), bad.replace("'rotue'", "'route'"));
    }
    assert.equal(one?.isPreferred, true);
    const only = { range: everywhere, context: { diagnostics: [], only: ['source.fixAll'] } };
    const kinds = (await editor.ask<CodeAction[]>('codeAction', 'router.yaml', undefined, only)).map(
      ({ kind }) => kind,
    );
    assert.deepEqual(kinds, ['source.fixAll.aeraki']);
  });

  it('offers what a message takes for what was meant', async () => {
    const bad = router.replace(`  - ${host}`, `  - ordres.shop.svc.cluster.local`);
    await editor.change('router.yaml', bad);
    const rest = { range: everywhere, context: { diagnostics: [] } };
    const actions = await editor.ask<CodeAction[]>('codeAction', 'router.yaml', undefined, rest);
    const action = actions.find(({ title }) => title === `Write ${host}`);
    assert.equal(applied(bad, action?.edit?.changes?.[editor.uri('router.yaml')] ?? []), router);
    assert.equal(action?.isPreferred, false);
  });

  it('completes fields with their docs, as far as they are not there', async () => {
    const { items, labels, text } = await offered('  - name: rest', '  - na‸\n    name: rest');
    assert.ok(labels.includes('mirror') && !labels.includes('name') && !labels.includes('route'), labels.join());
    const mirror = items.find(({ label }) => label === 'mirror');
    assert.match((mirror?.documentation as MarkupContent | undefined)?.value ?? '', /MetaRouter\.spec\.routes\.mirror/);
    const edit = mirror?.textEdit as { range: Location['range']; newText: string };
    assert.match(applied(text, [edit]), /^ {2}- mirror:\n {6}\n {4}name: rest$/m);
  });

  it('completes hosts, subsets, ports, gateways, protocols, attributes, kinds and fixed values', async () => {
    const subset = await offered('subset: v2', 'subset: ‸');
    assert.deepEqual(subset.labels, ['v1', 'v2']);
    const hosts = await offered(`        host: ${host}\n        subset: v2`, '        host: or‸\n        subset: v2');
    assert.deepEqual(hosts.labels, [host]);
    const port = await offered('        subset: v2', '        port: {number: ‸}');
    assert.deepEqual(port.labels, ['20880']);
    const gateway = await offered('  routes:', '  gateways:\n  - ‸\n  routes:');
    assert.deepEqual(gateway.labels, ['shop/door']);
    const attribute = await offered('method: {exact: pay}', '‸');
    assert.deepEqual(attribute.labels.slice(0, 2), ['interface', 'method']);
    assert.ok(!attribute.labels.includes('exact'));
    assert.deepEqual((await offered('method: {exact: pay}', 'method: {‸}')).labels.sort(), [
      'exact',
      'prefix',
      'regex',
    ]);
    assert.ok((await offered('kind: MetaRouter', 'kind: ‸')).labels.includes('DestinationRule'));
    const protocol = await offered('tcp-metaprotocol-dubbo, number', '‸, number', 'more.yaml', services);
    assert.ok(protocol.labels.includes('tcp-metaprotocol-thrift'), protocol.labels.join());
    const resolution = await offered('resolution: STATIC', 'resolution: ‸', 'more.yaml', services);
    assert.ok(resolution.labels.includes('STATIC') && resolution.labels.includes('DNS'), resolution.labels.join());
    const route = await offered('route: pay', 'route: ‸', 'more.yaml', tests);
    assert.deepEqual(route.labels, ['late', 'pay', 'rest']);
  });

  it('keeps flow style and KYAML when it completes', async () => {
    const kyaml = `{
  apiVersion: "metaprotocol.aeraki.io/v1alpha1",
  kind: "MetaRouter",
  metadata: {name: "k", namespace: "shop"},
  spec: {
    hosts: ["${host}"],
    routes: [{
      name: "one",
      route: [{destination: {host: "${host}", ‸}}],
    }],
  },
}
`;
    const fields = await offered('', '', 'k.yaml', kyaml);
    assert.deepEqual(fields.labels.sort(), ['port', 'subset']);
    const [subset] = fields.items.filter(({ label }) => label === 'subset');
    assert.equal((subset?.textEdit as { newText: string } | undefined)?.newText, 'subset: ');
    const values = await offered('‸', 'subset: ‸', 'k.yaml', kyaml);
    assert.deepEqual(
      values.items.map(({ textEdit }) => (textEdit as { newText: string }).newText),
      ['"v1"', '"v2"'],
    );
    const json = await offered(
      '',
      '',
      'k.json',
      `{"apiVersion": "metaprotocol.aeraki.io/v1alpha1", "kind": "MetaRouter", "spec": {"‸"}}`,
    );
    assert.ok(json.labels.includes('routes'), json.labels.join());
  });

  it('offers nothing in a comment', async () => {
    assert.deepEqual((await offered('spec:', '# spec: ‸\nspec:')).labels, []);
  });

  it('tells of a field, of the chain of a host, of a subset and of a route', async () => {
    assert.match(
      await hovered('weight: 80'),
      /\*\*MetaRouter\.spec\.routes\.route\.weight\*\* `integer`[\s\S]*percent/,
    );
    assert.match(await hovered('exact'), /attributes\.method\.exact/);
    assert.match(await hovered(host), /✓ service +ServiceEntry shop\/orders, 240\.240\.0\.1[\s\S]*✓ filter/);
    assert.match(await hovered('subset: v1', 9), /DestinationRule shop\/orders: `version=v1`/);
    assert.match(await hovered('name: pay', 7), /Reached by a request with `method=pay`\.[\s\S]*✓ orders: pays/);
    assert.match(await hovered('name: late', 7), /shadowed by rest/);
  });

  it('goes to definitions and finds references, in the names of clusters of tests too', async () => {
    const at = placeOf(router, 'subset: v1', 9);
    const [definition, ...others] = await editor.ask<Location[]>('definition', 'router.yaml', at);
    assert.deepEqual(others, []);
    assert.equal(definition?.uri, editor.uri('services.yaml'));
    assert.deepEqual(definition.range.start, placeOf(services, 'name: v1', 6));
    const context = { includeDeclaration: false };
    const references = await editor.ask<Location[]>('references', 'router.yaml', at, { context });
    assert.deepEqual(
      references.map(({ uri, range }) => [uri === editor.uri('tests/test.yaml'), range.start.line]),
      [
        [false, 21],
        [false, 31],
        [true, 10],
      ],
    );
    const [service] = await editor.ask<Location[]>('definition', 'router.yaml', placeOf(router, host));
    assert.deepEqual(service?.range.start, placeOf(services, host, 0));
    const routes = await editor.ask<Location[]>('references', 'router.yaml', placeOf(router, 'name: pay', 7), {
      context,
    });
    assert.deepEqual(
      routes.map(({ range }) => range.start),
      [placeOf(tests, 'route: pay', 7)],
    );
  });

  it('renames a subset and a host wherever they are named', async () => {
    const renameTo = async (word: string, within: number, newName: string) => {
      const edit = await editor.ask<WorkspaceEdit>('rename', 'router.yaml', placeOf(router, word, within), { newName });
      return (name: string, text: string) => applied(text, edit.changes?.[editor.uri(name)] ?? []);
    };
    const subset = await renameTo('subset: v1', 9, 'blue');
    assert.equal(subset('router.yaml', router), router.replaceAll('subset: v1', 'subset: blue'));
    assert.equal(subset('services.yaml', services), services.replace('name: v1', 'name: blue'));
    assert.equal(subset('tests/test.yaml', tests), tests.replace('|v1|', '|blue|'));
    const other = 'buy.shop.svc.cluster.local';
    const renamed = await renameTo(host, 1, other);
    for (const [name, text] of [
      ['router.yaml', router],
      ['services.yaml', services],
      ['tests/test.yaml', tests],
    ] as const) {
      assert.equal(renamed(name, text), text.replaceAll(host, other), name);
    }
    await assert.rejects(renameTo('subset: v1', 9, 'a b'), /is no name of a subset/);
    const prepared = await editor.ask<{ placeholder: string }>(
      'prepareRename',
      'router.yaml',
      placeOf(router, 'subset: v1', 9),
    );
    assert.equal(prepared.placeholder, 'v1');
    assert.equal(await editor.ask('prepareRename', 'router.yaml', placeOf(router, 'weight')), null);
  });

  it('shows above a route what takes it and what stands in its way', async () => {
    const lenses = await editor.ask<CodeLens[]>('codeLens', 'router.yaml');
    const titles = lenses.map(({ range, command }) => [range.start.line, command?.title]);
    assert.deepEqual(titles, [
      [14, '1 test, 1 request takes this route'],
      [27, 'no test takes this route'],
      [32, 'no test takes this route'],
      [32, 'shadowed by rest'],
    ]);
    const [, , places] = lenses[0]?.command?.arguments ?? [];
    assert.deepEqual(
      (places as Location[]).map(({ uri }) => uri),
      [editor.uri('tests/test.yaml')],
    );
  });

  it('outlines a file', async () => {
    const outline = await editor.ask<DocumentSymbol[]>('documentSymbol', 'services.yaml');
    assert.deepEqual(
      outline.map(({ name, children }) => [name, children?.map((each) => each.name)]),
      [
        ['ServiceEntry orders', ['20880 tcp-metaprotocol-dubbo']],
        ['DestinationRule orders', ['v1', 'v2']],
        ['Gateway door', ['20880']],
      ],
    );
  });

  it('hints at what weights and limits come to', async () => {
    const uneven = router.replace('weight: 80', 'weight: 3').replace('weight: 20', 'weight: 1');
    await editor.change('router.yaml', uneven);
    const found = await editor.ask<InlayHint[]>('inlayHint', 'router.yaml', undefined, { range: everywhere });
    assert.deepEqual(
      found.map(({ label }) => label),
      ['= 2 requests/s, 100 at once', '= 75 %', '= 25 %'],
    );
  });

  it('shows the translated objects', async () => {
    const call = { command: 'aeraki.translate', arguments: [editor.uri('router.yaml')] };
    const text = await editor.connection.sendRequest<string>('workspace/executeCommand', call);
    assert.match(text, /^kind: EnvoyFilter$/m);
    assert.match(text, /name: aeraki-outbound-orders\.shop\.svc\.cluster\.local/);
  });
});

describe('the language server and its surroundings', () => {
  before(async function () {
    this.timeout(120_000);
    await built();
  });

  it('is silent on files that are not ours', async () => {
    const editor = await Editor.open({
      'router.yaml': router.replace('routes:', 'rotues:'),
      'chart/templates/a.yaml': 'kind: {{ .Values.kind }}\n  a: [',
      'values.yaml': 'a: b\na: c\n',
      'deploy.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: 3}\n',
      'package.json': '{"name": "x",}',
      'node_modules/x/router.yaml': router.replace('routes:', 'rotues:'),
    });
    await editor.settled();
    assert.deepEqual([...editor.published.keys()], [editor.uri('router.yaml')]);
    await editor.end();
  });

  it('takes the settings of the workspace', async () => {
    const bad = router.replace('routes:', 'rotues:');
    const editor = await Editor.open({ '.aeraki.yaml': 'suppress: [AER0101=*]\n', 'router.yaml': bad });
    await editor.settled();
    const codes = editor.published.get(editor.uri('router.yaml'))?.map(({ code }) => code) ?? [];
    assert.ok(codes.length > 0 && !codes.includes('AER0101'), codes.join());
    await editor.end();
  });

  it('judges a single file without a workspace, and one that was never saved', async () => {
    const editor = await Editor.open({});
    await editor.end();
    assert.equal(existsSync(editor.folder), false);
    const single = await Editor.on(editor.folder, [], null);
    await single.openFile('router.yaml', router.replace('routes:', 'rotues:'));
    await single.diagnostics('router.yaml', (all) => all.some(({ code }) => code === 'AER0101'));
    await single.end();
  });

  it('sees what changes on the disk', async () => {
    const { write } = await import('./editor.js');
    const editor = await Editor.open({ 'router.yaml': router, 'services.yaml': services });
    await editor.settled();
    write(`${editor.folder}/router.yaml`, router.replace('routes:', 'rotues:'));
    await editor.diagnostics('router.yaml', (all) => all.some(({ code }) => code === 'AER0101'));
    await editor.end();
  });

  it('tells of what is open before it has read the others, and nothing that it takes back', async () => {
    const bad = router.replace('fillInterval:', 'filInterval:').replace('subset: v2', 'subset: v3');
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [`s${index}.yaml`, services.replaceAll('orders', `orders-${index}`)]),
    );
    const editor = await Editor.open({ ...many, 'services.yaml': services });
    editor.keepsHistory = true;
    await editor.openFile('router.yaml', bad);
    // Asked while the first reading goes on: the answer is of the whole.
    const found = await editor.ask<Hover | null>('hover', 'router.yaml', placeOf(bad, host));
    assert.match((found?.contents as MarkupContent | undefined)?.value ?? '', /✓ service +ServiceEntry shop\/orders/);
    await editor.diagnostics('router.yaml', (all) => all.some(({ code }) => code === 'AER0306'));
    const ofRouter = editor.history.filter(({ uri }) => uri === editor.uri('router.yaml'));
    const [first = [], ...later] = ofRouter.map(({ diagnostics }) => diagnostics.map(({ code }) => String(code)));
    assert.ok(first.includes('AER0101') && !first.includes('AER0306'), `first ${first.join()}`);
    for (const code of first) assert.ok(later.at(-1)?.includes(code), code);
    // Of the others nothing is said before they are read: that none of them has the host, for one.
    assert.ok(!first.includes('AER0301'), first.join());
    await editor.end();
  });

  it('says what is wrong with the settings of a workspace, and goes on', async () => {
    const editor = await Editor.open({ '.aeraki.yaml': 'suppress: [nonsense]\n' });
    await editor.openFile('router.yaml', router.replace('routes:', 'rotues:'));
    await editor.diagnostics('router.yaml', (all) => all.some(({ code }) => code === 'AER0101'));
    assert.match(editor.log.join(), /nonsense/);
    assert.equal(await editor.end(), 0);
  });
});
