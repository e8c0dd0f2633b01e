#!/usr/bin/env bash
# Draws the pictures of the documentation anew from the sample dossier.
#
# Usage: pictures.sh BUILD-FOLDER
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -euo pipefail

source=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "$1" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

"$build/cli/gainsayctl" new "$folder/sample.gainsay" --title "The Sirocco affair"
"$build/cli/gainsayctl" import "$folder/sample.gainsay" "$source/resources/sample/sample.json" >/dev/null
"$source/build-aux/picture.sh" "$build" "$folder/sample.gainsay" articles "$source/docs/images/reader.png"
"$source/build-aux/picture.sh" "$build" "$folder/sample.gainsay" conflicts "$source/docs/images/conflicts.png"
"$source/build-aux/picture.sh" "$build" "$folder/sample.gainsay" compare "$source/docs/images/compare.png"
"$source/build-aux/picture.sh" "$build" "$folder/sample.gainsay" timeline "$source/docs/images/timeline.png"
