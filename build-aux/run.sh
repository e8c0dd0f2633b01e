#!/usr/bin/env bash
# Builds Gainsay and opens it on the sample dossier; without a display, does
# the same job without a window.
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -euo pipefail
cd "$(dirname "$0")/.."

build=$PWD/_build-run
[ -f "$build/build.ninja" ] || meson setup "$build" --buildtype=release
meson compile -C "$build"

if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
  echo
  echo "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)."
  echo "Doing the same job without a window instead."
  exec build-aux/headless.sh "$build" "$PWD/_build-run/sample"
fi

exec meson devenv -C "$build" "$build/ui/gainsay" --sample
