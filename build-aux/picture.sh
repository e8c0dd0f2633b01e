#!/usr/bin/env bash
# Draws the window on a screen in memory, which nobody sees.
#
# Usage: picture.sh BUILD-FOLDER WORKSPACE PAGE PNG [--width=N --height=N --dark]
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -euo pipefail

build=$(cd "$1" && pwd)

# cairo needs no graphics card; settings in memory, so that nobody's own are
# read or changed.
unset WAYLAND_DISPLAY
export GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory GTK_A11Y=none ADW_DISABLE_PORTAL=1 GIO_USE_VFS=local

exec "$(dirname "$0")/../tests/support/with-bus.sh" xvfb-run -a -s "-screen 0 2000x1200x24" \
  meson devenv -C "$build" "$build/ui/gainsay" "$2" "--page=$3" "--picture=$4" "${@:5}"
