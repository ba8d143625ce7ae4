#!/bin/sh
# The entry of the pre-commit hook (.pre-commit-hooks.yaml). pre-commit keeps a clone of this repository for each revision.
# For the tag of a release the compiled program comes from the package that was published (one download of a few MB); for any
# other revision, or where the package cannot be had, it is built in the clone, once. (`language: node` would have npm install
# the clone from git, and npm builds nothing that it installs from git unless the user allows it: docs/adr/0040.)
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)

# published: dist/ of the package, where this clone is the tag of its version. pre-commit fetches one revision without tags.
published() {
  version=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' "$root/package.json")
  tag=$(git -C "$root" describe --tags --exact-match 2> /dev/null) ||
    tag=$(sed -n "s/.*tag '\(.*\)' of .*/\1/p" "$root/.git/FETCH_HEAD" 2> /dev/null)
  [ "$tag" = "v$version" ] || return 1
  part=$(mktemp -d "$root/published.XXXXXX")
  if (cd "$part" && npm pack --silent "aeraki@$version" && tar -xzf ./*.tgz package/dist package/oclif.manifest.json &&
    mv package/oclif.manifest.json "$root" && rm -rf "$root/dist" && mv package/dist "$root") > /dev/null 2>&1; then code=0; else code=1; fi
  rm -rf "$part"
  return $code
}

if [ ! -f "$root/dist/chunks/main.js" ] && ! published; then
  log="$root/pre-commit-build.log"
  if ! (cd "$root" && npm ci --include=dev && npm run build) > "$log" 2>&1; then
    cat "$log" >&2
    echo "aeraki could not be built; Node 20.19 or later and npm are needed." >&2
    exit 1
  fi
fi
exec node "$root/script/hook.mjs" validate "$@"
