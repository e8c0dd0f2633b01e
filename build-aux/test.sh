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

# Some three hundred programs are linked.
if command -v mold >/dev/null; then
  export CC_LD=mold
fi

# A session bus of their own; tests that open windows bring their own screen.
# The long runs are for a person: meson test --suite long.
# Tests of windows wait more than they work: more of them than there are cores.
run_tests() {
  tests/support/with-bus.sh meson test -C "$1" --no-rebuild --num-processes "$(($(nproc) * 2))" --no-suite long --print-errorlogs "${@:2}" </dev/null
}

# One level of optimisation: at two, the sanitizers' code takes twice as long to compile.
build_sanitized() {
  [ -f "$sanitized/build.ninja" ] || \
    meson setup "$sanitized" -Dwerror=true -Doptimization=1 -Db_sanitize=address,undefined -Db_lundef=false
  nice meson compile -C "$sanitized"
}

echo "== As shipped"
[ -f "$plain/build.ninja" ] || meson setup "$plain" -Dwerror=true
meson compile -C "$plain"
# It gets what the tests leave of the processors.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
build_sanitized >"$log" 2>&1 &
building=$!
status=0
run_tests "$plain" --timeout-multiplier 3 || status=1

echo "== Under AddressSanitizer and UndefinedBehaviorSanitizer"
wait "$building" || { cat "$log"; exit 1; }
tail -n 2 "$log"
export ASAN_OPTIONS=detect_leaks=1:abort_on_error=0
export LSAN_OPTIONS=suppressions=$PWD/tests/support/lsan.supp:print_suppressions=0
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
# What looks at the sources has done so.
run_tests "$sanitized" --timeout-multiplier 4 --no-suite house || status=1

exit $status
