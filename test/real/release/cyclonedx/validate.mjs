// Says of the bill of materials on its input whether CycloneDX's own library takes it: exit code 0, or 1 and what is wrong.
// With --version it only says which library that is.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';

if (process.argv[2] === '--version') {
  console.log(createRequire(import.meta.url)('@cyclonedx/cyclonedx-library/package.json').version);
} else {
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
  const wrong = await validator.validate(readFileSync(0, 'utf8'));
  if (wrong !== null) {
    console.log(JSON.stringify(wrong, null, 2));
    process.exitCode = 1;
  }
}
