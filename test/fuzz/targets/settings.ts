import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '@oclif/core';
import { makeManifest } from '../../../script/build/manifest.js';
import { DiagnosedError } from '../../../src/command/shell/errors.js';
import { readSettingsFile } from '../../../src/command/shell/settings-file.js';
import { isOpenToTree } from '../../../src/command/shell/trust.js';
import { root } from '../../cli/program.js';
import { temporaryFolder } from '../folder.js';
import { mutatedText } from '../mutate.js';
import type { Target } from '../target.js';

const surface = Object.values((await makeManifest(root)).commands) as Command.Loadable[];
const path = join(temporaryFolder(), '.aeraki.yaml');
const good = [
  'output: json\nroot-namespace: a\ntranslate: {output: name, to: [rds]}\n',
  'validate:\n  context-path: [rules, a.yaml]\n  suppress: "AER0301=MetaRouter *"\n  failure-threshold: warning\n',
  'rds: {serve: {fixed: true, service: [a.b]}}\nproxy: {quiet: yes}\n',
  'kubeconfig: kc.yaml\ncontext: evil\nproxy: {codec: [a=./b.mjs]}\n',
  'mesh-config: ../../etc/passwd\nexclude: ["*"]\n',
];

export default {
  about: 'settings of a tree: taken or refused with 64 or 65, and never a flag that is closed',
  kind: 'parser',
  make: (random) => mutatedText(random.pick(good), random, good),
  check(text) {
    writeFileSync(path, String(text));
    for (const command of ['validate', 'translate', 'proxy', 'rds:serve', 'proxy-config:routes']) {
      try {
        const settings = readSettingsFile({ path, trust: 'tree' }, '/home/me/config.yaml', command, surface);
        const flags = surface.find(({ id }) => id === command)?.flags ?? {};
        for (const name of settings.keys()) assert.ok(isOpenToTree(flags[name] ?? {}), `${command} --${name}`);
      } catch (error) {
        if (!(error instanceof DiagnosedError)) throw error;
        assert.ok([64, 65].includes(error.exitCode));
        assert.ok(
          error.diagnostics.length > 0 && error.diagnostics.every(({ line }) => line !== undefined && line >= 1),
        );
      }
    }
  },
} satisfies Target;
