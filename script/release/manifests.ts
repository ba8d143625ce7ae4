import { programOf, type Target } from './targets.js';

export interface Artefacts {
  readonly version: string;
  /** Where the programs of this version can be fetched, without a slash at the end. */
  readonly url: string;
  /** The sum of each program by its name, SHA-256 in hexadecimal. */
  readonly sums: ReadonlyMap<string, string>;
  readonly targets: readonly Target[];
}

const summary = 'See, check and test the rules of Aeraki Mesh';
const names: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };
const systems: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** The manifest of krew (krew.googlecontainertools.github.com/v1alpha2): `kubectl aeraki`. Its archives hold program and licence. */
export function krewManifest({ version, url, sums, targets }: Artefacts): object {
  return {
    apiVersion: 'krew.googlecontainertools.github.com/v1alpha2',
    kind: 'Plugin',
    metadata: { name: 'aeraki' },
    spec: {
      version: `v${version}`,
      shortDescription: summary,
      description: `${summary}: translate, validate, describe, diff, route, test.\n`,
      platforms: targets.map((target) => {
        const archive = `${programOf(target).replace(/\.exe$/, '')}.tar.gz`;
        const bin = target.platform === 'win32' ? 'aeraki.exe' : 'aeraki';
        return {
          selector: { matchLabels: { os: systems[target.platform], arch: names[target.arch] } },
          uri: `${url}/${archive}`,
          sha256: sums.get(archive) ?? '',
          bin,
        };
      }),
    },
  };
}

/** The formula of Homebrew. */
export function homebrewFormula({ version, url, sums, targets }: Artefacts): string {
  const part = (platform: string): string =>
    targets
      .filter((target) => target.platform === platform)
      .map((target) => {
        const name = programOf(target);
        return `    ${target.arch === 'arm64' ? 'on_arm' : 'on_intel'} do
      url "${url}/${name}"
      sha256 "${sums.get(name) ?? ''}"
    end`;
      })
      .join('\n');
  return `class Aeraki < Formula
  desc "${summary}"
  homepage "${url.replace(/\/releases\/.*$/, '')}"
  version "${version}"
  license "Apache-2.0"

  on_macos do
${part('darwin')}
  end

  on_linux do
${part('linux')}
  end

  def install
    bin.install Dir["aeraki-*"].first => "aeraki"
    generate_completions_from_executable(bin/"aeraki", "completion", shells: [:bash, :zsh])
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/aeraki --version")
  end
end
`;
}

/** The flake of Nix: the program of each Linux system with the libraries that Nix has for it. */
export function nixFlake({ version, url, sums, targets }: Artefacts): string {
  const system = ({ arch, platform }: Target): string => `${arch === 'x64' ? 'x86_64' : 'aarch64'}-${platform}`;
  const rows = targets
    .filter(({ platform }) => platform !== 'win32')
    .map((target) => {
      const name = programOf(target);
      const sri = `sha256-${Buffer.from(sums.get(name) ?? '', 'hex').toString('base64')}`;
      return `        "${system(target)}" = { url = "${url}/${name}"; hash = "${sri}"; };`;
    });
  return `{
  description = "${summary}";
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";
  outputs = { self, nixpkgs }:
    let
      programs = {
${rows.join('\n')}
      };
      package = system: source:
        let pkgs = nixpkgs.legacyPackages.\${system};
        in pkgs.stdenv.mkDerivation {
          pname = "aeraki";
          version = "${version}";
          src = pkgs.fetchurl source;
          dontUnpack = true;
          # The rest of the program stands behind Node's own, and strip would cut it off.
          dontStrip = true;
          nativeBuildInputs = pkgs.lib.optional pkgs.stdenv.isLinux pkgs.autoPatchelfHook;
          buildInputs = pkgs.lib.optional pkgs.stdenv.isLinux pkgs.stdenv.cc.cc.lib;
          installPhase = "install -Dm755 $src $out/bin/aeraki";
          meta = { mainProgram = "aeraki"; license = pkgs.lib.licenses.asl20; };
        };
    in {
      packages = builtins.mapAttrs (system: source: { default = package system source; }) programs;
    };
}
`;
}
