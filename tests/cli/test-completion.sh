#!/usr/bin/env bash
# test-completion.sh COMPLETION GAINSAYCTL: what bash offers behind gainsayctl.
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later
set -u

PATH=$(dirname "$2"):$PATH
# shellcheck source=/dev/null
source "$1"
compopt() { :; }

number=0
offers() { # NAME EXPECTED WORD…
  local name=$1 expected=$2
  COMP_WORDS=("${@:3}") COMP_CWORD=$(($# - 3))
  _gainsayctl
  number=$((number + 1))
  if [ "${COMPREPLY[*]}" = "$expected" ]; then
    echo "ok $number $name"
  else
    echo "not ok $number $name"
    echo "# expected “$expected”, was offered “${COMPREPLY[*]}”"
  fi
}

offers /cli/completion/command 'sources source-merge source-split' gainsayctl sou
offers /cli/completion/behind-an-option 'search' gainsayctl --json sea
offers /cli/completion/option '--cross-language' gainsayctl conflicts --cr
offers /cli/completion/option-with-value '--format=' gainsayctl export --fo
offers /cli/completion/global-option '--annotator=' gainsayctl --an
offers /cli/completion/nothing '' gainsayctl no-such-thing --xy
cd "$(mktemp -d)" && touch 'two words.gainsay'
offers /cli/completion/file 'two words.gainsay' gainsayctl check two
echo "1..$number"
