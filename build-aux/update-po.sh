#!/usr/bin/env bash
# Brings po/ up to date: the list of files that have strings, and both
# translations merged with the strings that are there now.
#
# Usage: update-po.sh [--check]   --check changes nothing: it compares the list of
# files, and fails when a string of the sources is not translated
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -euo pipefail
cd "$(dirname "$0")/.."

list_files() {
  echo "# Every file with strings to translate; build-aux/update-po.sh keeps it."
  {
    grep -lE '\b(N?C?_|ngettext|g_dngettext|g_dpgettext2) ?\("' -r app cli ui --include='*.c' --include='*.h'
    grep -lE 'translatable="(yes|true)"' -r ui --include='*.ui' || true
    ls resources/*.desktop.in resources/*.metainfo.xml.in
  } | LC_ALL=C sort
}

if [ "${1:-}" = --check ]; then
  diff -u po/POTFILES.in <(list_files) || {
    echo "po/POTFILES.in is not up to date: run build-aux/update-po.sh" >&2
    exit 1
  }
else
  list_files >po/POTFILES.in
fi

template=$(mktemp)
trap 'rm -f "$template"' EXIT

xgettext --files-from=po/POTFILES.in --output="$template" --from-code=UTF-8 \
  --package-name=gainsay --add-comments=Translators --sort-by-file \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
  --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 \
  --flag=_:1:pass-c-format --flag=N_:1:pass-c-format --flag=ngettext:1:pass-c-format \
  --flag=ngettext:2:pass-c-format

if [ "${1:-}" = --check ]; then
  while read -r language; do
    missing=$(msgmerge --quiet --no-fuzzy-matching --output-file=- "po/$language.po" "$template" \
      | msgattrib --untranslated --no-obsolete --no-wrap - | grep '^msgid' | grep -v '^msgid ""$' || true)
    if [ -n "$missing" ]; then
      echo "po/$language.po lacks these: run build-aux/update-po.sh and translate them" >&2
      echo "$missing" >&2
      exit 1
    fi
  done <po/LINGUAS
  exit 0
fi

while read -r language; do
  po=po/$language.po
  if [ -f "$po" ]; then
    msgmerge --quiet --update --backup=none --no-fuzzy-matching --no-wrap "$po" "$template"
    msgattrib --no-obsolete --no-wrap --output-file="$po" "$po"
  else
    msginit --no-translator --locale="$language" --input="$template" --output-file="$po"
  fi
  echo -n "$language: "
  msgfmt --check --statistics --output-file=/dev/null "$po"
done <po/LINGUAS
