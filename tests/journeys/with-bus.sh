#!/bin/sh
# with-bus.sh: runs a program on a message bus of its own.
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the bus and its services print goes to standard error: standard output
# is the test's, and must be TAP alone.
command -v dbus-run-session >/dev/null || { echo '1..0 # SKIP dbus-run-session is not installed'; exit 77; }

exec 4>&1 1>&2
exec dbus-run-session -- sh -c 'exec "$@" 1>&4 4>&-' with-bus "$@"
