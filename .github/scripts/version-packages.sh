#!/usr/bin/env bash
# Turns the waiting changesets into versions and changelogs, and brings along what carries a version: the derived files
# and the lockfile. Run by the release workflow; the same by hand: bash .github/scripts/version-packages.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
pnpm exec changeset version
pnpm generate
pnpm install --lockfile-only --ignore-scripts
