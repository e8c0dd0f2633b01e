#!/usr/bin/env bash
# Packs a tarball of what is committed and proves it: unpacked elsewhere it
# configures, builds, passes its tests and installs.
#
# Usage: try-dist.sh FOLDER [SUITE…]
#   FOLDER gets the tarball and some 2 GB beside it.
#   SUITE: tests to run; all but the long ones when none is named, which
#   `meson dist` by itself would run as well, for hours.
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -euo pipefail

source=$(cd "$(dirname "$0")/.." && pwd)
[ $# -ge 1 ] || { sed -n 's/^# \{0,1\}//p' "$0" | head -9; exit 2; }
mkdir -p "$1"
folder=$(cd "$1" && pwd)
shift

say() { printf '\n== %s\n' "$*"; }

say "meson dist"
rm -rf "$folder"/gainsay-* "$folder/build" "$folder/pack" "$folder/installed"
meson setup "$folder/pack" "$source" >"$folder/pack.log"
meson dist -C "$folder/pack" --no-tests --formats xztar | tail -n 1
cp "$folder"/pack/meson-dist/gainsay-*.tar.xz* "$folder"
(cd "$folder" && sha256sum --check --quiet gainsay-*.sha256sum && tar -xf gainsay-*.tar.xz)
rm -rf "$folder/pack"

say "Building what is in it"
meson setup "$folder/build" "$(find "$folder" -maxdepth 1 -type d -name 'gainsay-*')" -Dwerror=true >"$folder/build.log"
ninja -C "$folder/build" >>"$folder/build.log" || { tail -n 30 "$folder/build.log" >&2; exit 1; }
tail -n 1 "$folder/build.log"

say "Its tests: ${*:-all but the long ones}"
suites=()
for suite in "$@"; do
  suites+=(--suite "$suite")
done
"$source/tests/support/with-bus.sh" meson test -C "$folder/build" --no-rebuild --no-suite long --print-errorlogs "${suites[@]}" | tail -n 12

say "Installing it"
DESTDIR="$folder/installed" ninja -C "$folder/build" install >>"$folder/build.log"
(cd "$folder/installed" && find . -type f | wc -l)
"$folder"/installed/usr/local/bin/gainsayctl --version
