#!/usr/bin/env bash
# The whole suite, twice: as it is shipped with every warning an error, and
# under AddressSanitizer and UndefinedBehaviorSanitizer.
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -euo pipefail
cd "$(dirname "$0")/.."

plain=$PWD/_build-test
sanitized=$PWD/_build-asan
rm -f "$plain/meson-logs/testlog.json" "$sanitized/meson-logs/testlog.json"

# A session bus of their own; tests that open windows bring their own screen.
# The long runs are for a person: meson test --suite long.
# Tests of windows wait more than they work: more of them than there are cores.
run_tests() {
  dbus-run-session -- meson test -C "$1" --no-rebuild --num-processes "$(($(nproc) * 2))" --no-suite long --print-errorlogs "${@:2}" </dev/null
}

echo "== As shipped"
[ -f "$plain/build.ninja" ] || meson setup "$plain" -Dwerror=true
meson compile -C "$plain"
status=0
run_tests "$plain" || status=1

echo "== Under AddressSanitizer and UndefinedBehaviorSanitizer"
[ -f "$sanitized/build.ninja" ] || \
  meson setup "$sanitized" -Dwerror=true -Db_sanitize=address,undefined -Db_lundef=false
meson compile -C "$sanitized"
export ASAN_OPTIONS=detect_leaks=1:abort_on_error=0
export LSAN_OPTIONS=suppressions=$PWD/tests/support/lsan.supp:print_suppressions=0
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
run_tests "$sanitized" --timeout-multiplier 4 || status=1

exit $status
