#!/usr/bin/env bash
# Prints releases=true if a pending changeset names a package, and releases=false otherwise. An empty changeset states that
# nothing will be released, so it must not delay what was released before it. Run by the release workflow.
set -euo pipefail
shopt -s nullglob
releases=false
for file in "${1:-.changeset}"/*.md; do
  # The packages are listed between the first two lines of dashes.
  if awk '/^---[[:space:]]*$/ { fences++; next } fences == 1 && /:/ { found = 1 } END { exit !found }' "$file"; then
    releases=true
  fi
done
echo "releases=$releases"
