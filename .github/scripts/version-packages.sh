#!/usr/bin/env bash
# Turns the pending changesets into versions and changelogs, and updates the derived files and the lockfile, which contain
# versions. Run by the release workflow; to run it by hand: bash .github/scripts/version-packages.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
pnpm exec changeset version
pnpm generate
pnpm install --lockfile-only --ignore-scripts
