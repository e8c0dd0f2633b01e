#!/usr/bin/env bash
# Draws every page in every guise, on one sheet, to be looked at.
#
# Usage: contact-sheet.sh BUILD-FOLDER FOLDER [PAGE…]
#          FOLDER/GUISE/PAGE.png, and all of them on FOLDER/sheet.png
#
# Guises are rows' headings in the table below. The workspaces are the sample
# dossier and, for articles that run from right to left, tests/support/directions.
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -euo pipefail

source=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "$1" && pwd)
mkdir -p "$2"
folder=$(cd "$2" && pwd)

# name, workspace, size, then settings of the environment
guises='
light     sample     1366x768
dark      sample     1366x768  dark
contrast  sample     1366x768  ADW_DEBUG_HIGH_CONTRAST=1
german    sample     1366x768  LANGUAGE=de
rtl       directions 1366x768
text-200  sample     1366x768  text=200
narrow    sample     360x720
wide      sample     1920x1080
'
pages=("${@:3}")
[ ${#pages[@]} -gt 0 ] || pages=(welcome articles editor claims sources relays origins conflicts compare timeline
  questions matrix tags agreement history backups export paste preferences)

command -v montage >/dev/null || { echo "contact-sheet.sh: montage (ImageMagick) is not installed" >&2; exit 1; }

# Once more, on a screen that nobody sees, with a bus, schema and translations of
# the build folder, and nobody's own settings.
if [ -z "${GAINSAY_SHEET:-}" ]; then
  exec "$source/tests/support/with-display.sh" "$source/tests/support/with-bus.sh" env GAINSAY_SHEET=1 GTK_A11Y=none \
    GSETTINGS_BACKEND=memory ADW_DISABLE_PORTAL=1 GIO_USE_VFS=local LC_ALL=C.UTF-8 LANGUAGE= \
    meson devenv -C "$build" "$source/build-aux/contact-sheet.sh" "$build" "$folder" "${pages[@]}"
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$build/cli/gainsayctl" new "$scratch/sample.gainsay" --title "The Sirocco affair" >/dev/null
"$build/cli/gainsayctl" import "$scratch/sample.gainsay" "$source/resources/sample/sample.json" >/dev/null
"$source/tests/support/directions/make.sh" "$build/cli/gainsayctl" "$scratch/directions.gainsay"

# Usage: draw NAME WORKSPACE SIZE SETTING…
draw () {
  local name=$1 workspace=$2 width=${3%x*} height=${3#*x} options=() settings=()
  shift 3
  for setting in "$@"; do
    case $setting in
      dark|text=*) options+=("--$setting") ;;
      *) settings+=("$setting") ;;
    esac
  done
  mkdir -p "$folder/$name"
  for page in "${pages[@]}"; do
    env "${settings[@]}" "$build/ui/gainsay" "$scratch/$workspace.gainsay" "--page=$page" \
      "--picture=$folder/$name/$page.png" "--width=$width" "--height=$height" "${options[@]}"
  done
}

tiles=()
while read -r name workspace size settings; do
  [ -n "$name" ] || continue
  # shellcheck disable=SC2086 # settings are words
  draw "$name" "$workspace" "$size" $settings
  for page in "${pages[@]}"; do
    tiles+=(-label "$page, $name" "$folder/$name/$page.png")
  done
done <<<"$guises"

montage "${tiles[@]}" -tile "${#pages[@]}x" -geometry '480x360>+8+8' "$folder/sheet.png"
echo "$folder/sheet.png"
