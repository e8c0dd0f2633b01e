#!/usr/bin/env bash
# Draws every page of the window.
#
# Usage: pictures.sh BUILD-FOLDER
#          the pictures of the documentation anew, from the sample dossier
#        pictures.sh BUILD-FOLDER WORKSPACE FOLDER
#          every page of a workspace, light and dark, small and large, to be
#          looked at: FOLDER/PAGE-WIDTH[-dark].png
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -euo pipefail

source=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "$1" && pwd)

if [ $# -eq 3 ]; then
  mkdir -p "$3"
  for page in articles editor claims sources relays origins conflicts compare timeline \
    questions matrix agreement history export paste; do
    for dark in "" --dark; do
      "$source/build-aux/picture.sh" "$build" "$2" $page "$3/$page-1024${dark/--/-}.png" --width=1024 --height=768 $dark
      "$source/build-aux/picture.sh" "$build" "$2" $page "$3/$page-1920${dark/--/-}.png" --width=1920 --height=1080 $dark
    done
  done
  exit
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$build/cli/gainsayctl" new "$folder/sample.gainsay" --title "The Sirocco affair"
"$build/cli/gainsayctl" import "$folder/sample.gainsay" "$source/resources/sample/sample.json" >/dev/null
for picture in reader:articles conflicts:conflicts compare:compare timeline:timeline editor:editor claims:claims \
  source:sources relays:relays origins:origins questions:questions; do
  "$source/build-aux/picture.sh" "$build" "$folder/sample.gainsay" "${picture#*:}" \
    "$source/docs/images/${picture%:*}.png"
done
