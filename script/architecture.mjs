// `npm run architecture [DIRECTORY]`: dependency-cruiser with the rules of .dependency-cruiser.cjs. It reads TypeScript with the
// compiler's API, which TypeScript 7 no longer has, so it alone is given TypeScript 5 (docs/adr/0021).
import Module, { register } from 'node:module';

const hook = `export const resolve = (specifier, context, next) => next(specifier === 'typescript' ? 'typescript-5' : specifier, context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) =>
  resolveFilename.call(Module, request.replace(/^typescript(?=\/|$)/, 'typescript-5'), ...rest);

const { cruise } = await import('dependency-cruiser');
const { default: extractConfig } = await import('dependency-cruiser/config-utl/extract-depcruise-config');
const { forbidden, options } = await extractConfig('./.dependency-cruiser.cjs');
const [baseDir = process.cwd()] = process.argv.slice(2);
const { output, exitCode } = await cruise(['src', 'commands', 'bin'], {
  ...options,
  baseDir,
  outputType: 'err',
  validate: true,
  ruleSet: { forbidden },
});
process.stdout.write(String(output));
const modules = Number(/\((\d+) modules/.exec(String(output))?.[1] ?? 0);
if (exitCode === 0 && modules < 50) {
  process.stdout.write('The check saw hardly any module, so it says nothing: is the TypeScript parser there?\n');
  process.exitCode = 1;
} else process.exitCode = exitCode === 0 ? 0 : 1;
