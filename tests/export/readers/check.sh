#!/usr/bin/env bash
# check.sh PROGRAM FOLDER: exports runs, odd names among them, and lets Mermaid's parser and speedscope's importer read
# them. FOLDER (of the build) keeps the packages. Skipped (status 77) where npm is not there or its registry can't be
# reached, and says so.
set -euo pipefail

program=$1 folder=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
skip() {
  echo "SKIPPED: $*"
  exit 77
}

command -v npm >/dev/null || skip "there is no npm (./dev setup installs it)"
mkdir -p "$folder"
if ! cmp -s "$here/package-lock.json" "$folder/installed-lock.json"; then
  cp "$here/package.json" "$here/package-lock.json" "$folder/"
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1) ||
    skip "npm can't install the readers: $(tail -n 3 "$folder/npm.log" | tr '\n' ' ')"
  cp "$here/package-lock.json" "$folder/installed-lock.json"
fi
cp "$here/check.mjs" "$folder/"
cd "$folder"
rm -f ./*.json.tmp ./run-*
for run in boiling-water:concurrent weather-stations: twenty-downloads: two-locks:deadlock "$here/odd-names.jsonl:"; do
  what=${run%:*} mode=${run##*:}
  name=run-$(basename "$what" .jsonl)
  "$program" trace "$what" ${mode:+--mode "$mode"} --format chrome -o "$name.json" || [[ $? == 1 ]]
  "$program" trace "$what" ${mode:+--mode "$mode"} --format mermaid -o "$name.mmd" || [[ $? == 1 ]]
done
printf 'sequenceDiagram\n    nothing of the kind\n' >refused.mmd
node check.mjs run-*.json run-*.mmd
if node check.mjs refused.mmd; then
  echo "a diagram that is none was not refused"
  exit 1
fi
