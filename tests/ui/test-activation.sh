#!/bin/sh
# test-activation.sh: the desktop starts the program over the session bus.
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: test-activation.sh SERVICE-FILE GAINSAY GAINSAYCTL, on a display. The
# service file is the one that is installed, but for the folder of the program.
set -u

[ -n "${GAINSAY_TEST_BUS:-}" ] || {
  command -v dbus-run-session >/dev/null || { echo '1..0 # SKIP dbus-run-session is not installed'; exit 77; }
  # A bus that nobody else is on, which looks for services where this test puts them.
  services=$XDG_DATA_HOME/dbus-1/services
  mkdir -p "$services"
  sed "s|^Exec=[^ ]*/gainsay |Exec=$2 |" "$1" >"$services/$(basename "$1")"
  GAINSAY_TEST_BUS=1 exec dbus-run-session -- "$0" "$@"
}

id=$(basename "$1" .service)
ctl=$3
n=0

check () {
  n=$((n + 1))
  name=$1
  shift
  if "$@" >"$HOME/out" 2>&1; then
    echo "ok $n $name"
  else
    sed 's/^/# /' "$HOME/out"
    echo "not ok $n $name"
  fi
}

bus () {
  gdbus call --session --dest org.freedesktop.DBus --object-path /org/freedesktop/DBus \
    --method "org.freedesktop.DBus.$1" "$id"
}

# until_true COMMAND…: waits for it to succeed.
until_true () {
  for _ in $(seq 600); do
    "$@" && return 0
    sleep 0.1
  done
  return 1
}

is_running () { bus NameHasOwner | grep -q true; }
is_gone () { bus NameHasOwner | grep -q false; }
has_open () { ls -l "/proc/$1/fd" 2>/dev/null | grep -q "$2"; }

"$ctl" new "$HOME/w.gainsay" >/dev/null || { echo "Bail out! no workspace"; exit 1; }

echo 1..5
check "not running before" is_gone
check "activated" gapplication launch "$id"
check "runs under its name" is_running
pid=$(bus GetConnectionUnixProcessID | tr -cd '0-9 ' | awk '{ print $NF }')
gapplication launch "$id" "$HOME/w.gainsay"
check "opens a workspace in the same program" until_true has_open "$pid" w.gainsay
gapplication action "$id" quit
check "quits" until_true is_gone
