#!/usr/bin/env bash
# Installs those packages of packages.txt that the machine misses; touches
# nothing when it misses none.
#
# Usage: install-packages.sh PURPOSE…   (run, test)
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -euo pipefail

list=$(dirname "$0")/packages.txt

# names COLUMN PURPOSE…
names() {
  local column=$1 purpose
  shift
  for purpose in "$@"; do
    awk -v column="$column" -v purpose="$purpose" \
      '$1 == purpose && $column != "-" { print $column }' "$list"
  done
}

is_installed() {
  case $manager in
    apt) [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ] ;;
    dnf) rpm -q --quiet --whatprovides "$1" ;;
  esac
}

if command -v apt-get >/dev/null; then
  manager=apt
  wanted=$(names 2 "$@")
elif command -v dnf >/dev/null; then
  manager=dnf
  wanted=$(names 3 "$@")
else
  echo "Neither apt nor dnf is here: please install what $list names by hand. Going on."
  exit 0
fi

missing=()
for name in $wanted; do
  is_installed "$name" || missing+=("$name")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "These packages are missing, and installing them needs root or sudo:" >&2
    echo "  ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi

echo "Installing: ${missing[*]}"
case $manager in
  apt)
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -q
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -q -y --no-install-recommends "${missing[@]}" </dev/null
    ;;
  dnf)
    "${as_root[@]}" dnf install -y "${missing[@]}" </dev/null
    ;;
esac
