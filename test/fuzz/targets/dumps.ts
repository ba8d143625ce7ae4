import { readFileSync } from 'node:fs';
import { redact } from '../../../src/envoy/redact.js';
import { openDump } from '../../../src/inspect/dump.js';
import { formatTable } from '../../../src/output/table.js';
import { dumpFolder, viewNames, views } from '../../inspect/dumps.js';
import { mutatedText } from '../mutate.js';
import type { Random } from '../random.js';
import type { Target } from '../target.js';

/** A stretch of the dump's entries: whole dumps are large. */
const configs = (JSON.parse(readFileSync(new URL('sidecar-dubbo.json', dumpFolder), 'utf8')) as { configs: object[] })
  .configs;

function some(random: Random): string {
  const section = JSON.parse(JSON.stringify(random.pick(configs)), (_, value) =>
    Array.isArray(value) && value.length > 2 ? value.slice(0, 1 + random.below(2)) : value,
  );
  return JSON.stringify({ configs: [section] });
}

export default {
  about: "a proxy's config dump through every view",
  kind: 'parser',
  make: (random) => mutatedText(some(random), random),
  check(text) {
    const dump = openDump('x', Buffer.from(text));
    for (const name of viewNames) {
      const view = views[name](dump);
      for (const object of view.objects()) JSON.stringify(redact(object));
      formatTable(view.headings, view.rows, { width: 100 });
    }
  },
} satisfies Target;
