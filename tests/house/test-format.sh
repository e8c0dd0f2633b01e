#!/usr/bin/env bash
# test-format.sh: every .c file is as clang-format lays it out.
#
# Usage: test-format.sh SOURCE-ROOT CLANG-FORMAT
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Versions of clang-format differ in details; ours is 14, which Debian 12 has.
# Others skip (77).

set -euo pipefail
cd "$1"

"$2" --version | grep -q 'version 14\.' || { echo "not clang-format 14: skipped"; exit 77; }

find words db app cli ui tests -name '*.c' -print0 | xargs -0 "$2" --dry-run --Werror
