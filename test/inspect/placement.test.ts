import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { built, run } from '../cli/program.js';

interface Described {
  readonly services: readonly {
    readonly ports: readonly { readonly links: readonly { link: string; ok: boolean; reason?: string }[] }[];
  }[];
}

describe('describe and validate on the placement of filters', function () {
  this.timeout(120_000);
  before(built);

  /** Which link `describe` breaks; the codes are those of `validate` at the same fixture. */
  const cases = {
    AER1170: ['listener', ['AER0411']],
    AER1171: ['protocol', ['AER0343']],
    AER1174: ['listener', ['AER0431', 'AER1174']],
    AER1178: ['filter', ['AER1177', 'AER1178']],
  } as const;
  for (const [name, [link, codes]] of Object.entries(cases)) {
    it(`${name}: ${link}, and ${codes.join(', ')} once each`, async () => {
      const file = `test/golden/validate/${name}/raises.yaml`;
      assert.ok(readFileSync(file, 'utf8').includes(name));
      const described = JSON.parse((await run(['describe', '-f', file, '-o', 'json'])).stdout) as Described;
      const broken = described.services.flatMap(({ ports }) =>
        ports.flatMap(({ links }) => links.filter(({ ok }) => !ok)),
      );
      assert.ok(
        broken.some((each) => each.link === link),
        JSON.stringify(broken),
      );
      const { stdout } = await run(['validate', file, '-o', 'json']);
      const found = [...stdout.matchAll(/"code": "(AER(?:04[13]1|034[34]|117\d))"/g)].map(([, code]) => code);
      assert.deepEqual(found.sort(), [...codes]);
    });
  }
});
