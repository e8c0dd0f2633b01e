#!/bin/sh
# test-program.sh: the program's command line, as scripts and README use it.
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: test-program.sh GAINSAY GAINSAYCTL, on a display.
set -u

gainsay=$1
ctl=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
n=0

# A warning of GTK's is no reason to fail here: there may be no session bus.
unset G_DEBUG

# check NAME STATUS COMMAND…
check () {
  n=$((n + 1))
  name=$1
  expected=$2
  shift 2
  "$@" >"$folder/out" 2>&1
  status=$?
  if [ "$status" = "$expected" ]; then
    echo "ok $n $name"
  else
    sed 's/^/# /' "$folder/out"
    echo "not ok $n $name # exit status $status, not $expected"
  fi
}

# Width and height stand in a PNG file as big-endian numbers at bytes 16 and 20.
has_size () {
  [ "$(od -An -tx1 -j16 -N8 "$1" | tr -d ' \n')" = "$(printf '%08x%08x' "$2" "$3")" ]
}

"$ctl" new "$folder/w.gainsay" >/dev/null || { echo "Bail out! no workspace"; exit 1; }
printf 'A title here\n\nThe harbour office says that two zebras were seen.\n' >"$folder/a.txt"
"$ctl" import "$folder/w.gainsay" "$folder/a.txt" >/dev/null

echo 1..7
check "version" 0 "$gainsay" --version
check "a picture" 0 "$gainsay" "$folder/w.gainsay" "--picture=$folder/p.png" --width=700 --height=500
check "of the size asked for" 0 has_size "$folder/p.png" 700 500
check "a missing workspace is status 3" 3 "$gainsay" "$folder/no.gainsay" "--picture=$folder/q.png"
check "no workspace is status 2" 2 "$gainsay" "--picture=$folder/q.png"
check "an unknown page is status 2" 2 "$gainsay" "$folder/w.gainsay" "--picture=$folder/q.png" --page=zebra
check "a file that cannot be written is status 1" 1 "$gainsay" "$folder/w.gainsay" "--picture=$folder/no/q.png"
