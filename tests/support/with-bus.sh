#!/bin/sh
# with-bus.sh: runs a program on a message bus of its own.
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The accessibility bus is all that can be started on it. A desktop's portals
# would be asked for files, and where they have no desktop to ask they die, or
# mount a file system that GTK's own file dialog then cannot measure: a
# warning, which ends a test.
#
# What the bus and its services print goes to standard error: standard output
# is the program's, and may have to be TAP alone.
set -u

command -v dbus-run-session >/dev/null || { echo '1..0 # SKIP dbus-run-session is not installed'; exit 77; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/services"
for data in $(echo "${XDG_DATA_DIRS:-/usr/local/share:/usr/share}" | tr : ' ') /usr/share; do
  service=$data/dbus-1/services/org.a11y.Bus.service
  if [ -f "$service" ]; then
    cp "$service" "$folder/services"
    break
  fi
done
cat >"$folder/session.conf" <<EOF
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <keep_umask/>
  <listen>unix:dir=$folder</listen>
  <auth>EXTERNAL</auth>
  <servicedir>$folder/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
EOF

exec 4>&1 1>&2
dbus-run-session --config-file="$folder/session.conf" -- sh -c 'exec "$@" 1>&4 4>&-' with-bus "$@" &
session=$!
trap 'kill $session 2>/dev/null; rm -rf "$folder"; exit 143' TERM INT
wait $session
