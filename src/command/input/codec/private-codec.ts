import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Codec } from '../../../codec/codec.js';
import { checkCodec } from '../../../codec/private/check.js';
import { declaredCodec } from '../../../codec/private/declared.js';
import { faultsOf, moduleCodec, type PrivateCodec } from '../../../codec/private/module.js';
import { diagnose } from '../../../diagnostics/diagnose.js';
import { type Finding, finding } from '../../../diagnostics/diagnostic.js';
import { load } from '../../../load/load.js';
import type { Loaded } from '../../../load/loaded.js';
import type { CodecDocument } from '../../../model/codec.js';
import type { Resource } from '../../../model/resource.js';
import { loadSchemaCheck } from '../../../schema/check.js';
import { DiagnosedError } from '../../shell/errors.js';
import { exit } from '../../shell/exit.js';
import { isCodecDocument } from './codec-flag.js';

/** Loads one codec: YAML and JSON by their names, anything else as an ES module. Raises `DiagnosedError`. */
export async function loadCodec(name: string, file: string): Promise<Codec> {
  return isCodecDocument(file) ? loadDeclared(name, file) : loadModule(name, file);
}

async function loadDeclared(name: string, file: string): Promise<Codec> {
  const loaded = await load([file], { namespace: 'default', exclude: [] });
  const documents = loaded.resources.filter((resource) => resource.kind === 'Codec');
  const [document, ...more] = documents;
  const findings: Finding[] = [...loaded.findings];
  if (document !== undefined) findings.push(...(await loadSchemaCheck(['Codec']))(document));
  const count = more.length === 0 ? 'no document' : `${documents.length} documents`;
  const failed = findings.some(({ severity }) => severity === 'error');
  if (!failed && (document === undefined || more.length > 0)) {
    const reason = `${file} has ${count} with apiVersion aeraki.io/v1alpha1 and kind Codec. It has to have one.`;
    findings.push(finding('AER0920', { name, reason }, { file }));
  }
  fail(findings, loaded);
  const codec = document as Resource<CodecDocument>;
  fail(checkCodec(codec), loaded);
  const { spec } = codec.object;
  if (spec === undefined) throw new Error('a Codec without a spec passed its schema');
  return declaredCodec(name, spec);
}

function fail(findings: readonly Finding[], loaded: Loaded): void {
  if (findings.some(({ severity }) => severity === 'error')) {
    throw new DiagnosedError(diagnose(findings, loaded.locate), exit.input);
  }
}

function loadModule(name: string, file: string): Codec {
  const refuse = (reason: string) =>
    new DiagnosedError(diagnose([finding('AER0920', { name, reason }, { file })]), exit.input);
  let loaded: { readonly default?: unknown };
  try {
    // Not import(), which the scripts of the bundle cannot do (docs/adr/0020). Node takes ES modules here since 20.19.
    const path = resolve(file);
    loaded = createRequire(path)(path) as { readonly default?: unknown };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw refuse(`${reason}. It has to be a JavaScript module (.mjs), or a document (.yaml).`);
  }
  const faults = faultsOf(loaded.default);
  if (faults.length > 0) throw refuse(faults.join(' '));
  return moduleCodec(name, loaded.default as PrivateCodec);
}
