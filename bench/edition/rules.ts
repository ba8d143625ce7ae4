import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostOf, serviceWithRoutes } from '../services.js';

const documents = (index: number): string =>
  serviceWithRoutes(
    index,
    `${[1, 2, 3]
      .map(
        (version) => `  - name: v${version}
    match:
      attributes:
        interface: {exact: org.apache.dubbo.samples.basic.api.DemoService}
        method: {exact: method${version}}
    route: [{destination: {host: ${hostOf(index)}, port: {number: 20880}}}]
`,
      )
      .join('')}---
`,
  );

/** A file that is edited, and the name of the route configuration of its first service. */
export interface Edited {
  readonly path: string;
  readonly text: string;
  readonly route: string;
}

/** Writes `count` services with as many MetaRouters into `files` files of a new folder. */
export function writeRules(folder: string, count: number, files: number): readonly Edited[] {
  mkdirSync(folder, { recursive: true });
  const each = Math.ceil(count / files);
  return Array.from({ length: Math.ceil(count / each) }, (_, file) => {
    const first = file * each;
    const text = Array.from({ length: Math.min(each, count - first) }, (_, at) => documents(first + at)).join('');
    const path = join(folder, `f${String(file).padStart(5, '0')}.yaml`);
    writeFileSync(path, text);
    return { path, text, route: `${hostOf(first)}_20880` };
  });
}

/** The file with one word of its first router changed. */
export const withWord = ({ text }: Edited, word: string): string =>
  text.replace(/method: \{exact: \w+\}/, `method: {exact: ${word}}`);
