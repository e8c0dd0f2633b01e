#!/bin/sh
# with-display.sh: runs a program on a screen of its own that nobody sees.
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Unlike xvfb-run -a it lets the server choose its number, so that tests may
# run side by side. Exit status 77 (skipped) where there is no Xvfb.
set -u

command -v Xvfb >/dev/null || { echo '1..0 # SKIP Xvfb is not installed'; exit 77; }

folder=$(mktemp -d)
mkfifo "$folder/number"
Xvfb -displayfd 3 -screen 0 1920x1200x24 -nolisten tcp 3>"$folder/number" >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null; rm -rf "$folder"' EXIT
trap 'exit 143' TERM INT
read -r number <"$folder/number" || { echo 'Bail out! Xvfb does not start'; exit 1; }

export DISPLAY=":$number" GDK_BACKEND=x11 GTK_A11Y="${GTK_A11Y:-test}" GSK_RENDERER=cairo
# cairo draws; a GL driver would be loaded in vain, and leaks when it is unloaded.
export GDK_DEBUG=gl-disable
# Under AddressSanitizer: exact stacks, though short ones, so that lsan.supp can tell whose a leak is.
[ -z "${ASAN_OPTIONS:-}" ] || export ASAN_OPTIONS="$ASAN_OPTIONS:fast_unwind_on_malloc=0:malloc_context_size=10"
# A settings folder, caches and the like that no other test sees.
export HOME="$folder" XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data" \
  XDG_CACHE_HOME="$folder/cache" XDG_RUNTIME_DIR="$folder/run"
mkdir -m 700 "$XDG_RUNTIME_DIR"
"$@" &
program=$!
trap 'kill $program 2>/dev/null; exit 143' TERM INT
wait $program
