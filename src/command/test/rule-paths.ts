import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { type Finding, finding } from '../../diagnostics/diagnostic.js';
import type { Resource } from '../../model/resource.js';
import type { RouteTest } from '../../model/route-test.js';
import { isBelow, repositoryOf } from '../shell/tree.js';

export interface RulePaths {
  readonly paths: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * The rules that a test names, relative to its file; to the working directory for standard input. A test may be a
 * stranger's, and what is wrong in a file is said with words of it, so it names rules of its own tree only, links included:
 * in the repository of the test (where there is none, beside the test's folder), below the working directory, or below
 * what the command line names.
 *
 * @param named paths of the command line
 */
export function rulePaths(test: Resource<RouteTest>, named: readonly string[]): RulePaths {
  const rules: unknown = test.object.spec?.rules;
  const folder = resolve(dirname(test.source.file));
  const roots = [repositoryOf(folder) ?? dirname(folder), process.cwd(), ...named.map((path) => resolve(path))];
  const paths: string[] = [];
  const findings: Finding[] = [];
  for (const [index, rule] of (Array.isArray(rules) ? rules : []).entries()) {
    if (typeof rule !== 'string') continue;
    const path = isAbsolute(rule) ? rule : join(dirname(test.source.file), rule);
    if (!rule.includes('\0') && roots.some((root) => isBelow(resolve(path), root))) {
      // Only the command line names standard input.
      paths.push(path === '-' ? `.${sep}-` : path);
    } else {
      const at = { resource: test, pointer: `/spec/rules/${index}`, at: 'value' } as const;
      findings.push(finding('AER0816', { path: rule }, at));
    }
  }
  return { paths, findings };
}
