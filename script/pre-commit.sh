#!/bin/sh
# The entry of the pre-commit hook (.pre-commit-hooks.yaml). pre-commit keeps a clone of this repository for each
# revision; the program is built there once. (`language: node` would have npm install the clone from git, and npm builds
# nothing that it installs from git unless the user allows it: docs/adr/0040.)
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
if [ ! -f "$root/dist/chunks/main.js" ]; then
  log="$root/pre-commit-build.log"
  if ! (cd "$root" && npm ci --include=dev && npm run build) > "$log" 2>&1; then
    cat "$log" >&2
    echo "aeraki could not be built; Node 20.19 or later and npm are needed." >&2
    exit 1
  fi
fi
exec node "$root/script/hook.mjs" validate "$@"
