#!/usr/bin/env bash
# The workbench's whole job without a screen: imports the articles of the
# sample dossier, loads the claims made on them, lists what contradicts what,
# exports both reports and draws the window into a picture.
#
# Usage: headless.sh BUILD-FOLDER OUTPUT-FOLDER
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -euo pipefail

source=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
ctl=$build/cli/gainsayctl
workspace=$out/sample.gainsay

# A machine without a locale would turn half of the names into question marks.
[ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8

rm -f "$workspace" "$workspace-wal" "$workspace-shm" \
  "$out/report.xml" "$out/report.json" "$out/window.png"

echo
echo "== A workspace, and the articles of the sample dossier"
"$ctl" new "$workspace" --title "Sample dossier"
"$ctl" import "$workspace" "$source"/resources/sample/articles/*

echo
echo "== The claims made on them"
"$ctl" import "$workspace" "$source/resources/sample/sample.json"
"$ctl" check "$workspace"

echo
echo "== What contradicts what"
"$ctl" conflicts "$workspace"

echo
echo "== The report, as XML and as JSON"
"$ctl" export "$workspace" --format xml -o "$out/report.xml"
"$ctl" export "$workspace" --format json -o "$out/report.json"

echo
echo "== A picture of the window"
"$source/build-aux/picture.sh" "$build" "$workspace" articles "$out/window.png"

for file in report.xml report.json window.png; do
  [ -s "$out/$file" ] || { echo "headless: $out/$file was not made." >&2; exit 1; }
done

echo
echo "Done. In $out:"
echo "  report.xml   the report as XML"
echo "  report.json  the report as JSON"
echo "  window.png   the window, drawn on a virtual screen"
