#!/usr/bin/env bash
# Builds the Debian package and proves it on a fresh Debian 12: puts a root
# together, installs the package there as a user would, starts the window on
# a screen in memory and does the first steps with gainsayctl.
#
# Usage: try-deb.sh FOLDER
#   FOLDER gets some 2 GB; the root in it is made anew each time.
#
# For root on Debian, with a network that reaches a Debian mirror.
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -euo pipefail

suite=${SUITE:-bookworm}
mirror=${MIRROR:-http://deb.debian.org/debian}
source=$(cd "$(dirname "$0")/.." && pwd)
[ $# -eq 1 ] || { sed -n 's/^# \{0,1\}//p' "$0" | head -11; exit 2; }
[ "$(id -u)" -eq 0 ] || { echo "try-deb: putting a root together needs root." >&2; exit 1; }
mkdir -p "$1"
folder=$(cd "$1" && pwd)
root=$folder/root

say() { printf '\n== %s\n' "$*"; }

build() {
  say "dpkg-buildpackage"
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -y --no-install-recommends dpkg-dev debhelper debootstrap lintian fakeroot >/dev/null
  apt-get build-dep -y --no-install-recommends "$source" >/dev/null
  rm -rf "$folder/gainsay" "$folder"/gainsay_*
  mkdir -p "$folder/gainsay"
  (cd "$source" && git ls-files -z | tar --null --ignore-failed-read -T - -c) | tar -x -C "$folder/gainsay"
  (cd "$folder/gainsay" && DEB_BUILD_OPTIONS="parallel=$(nproc) ${DEB_BUILD_OPTIONS:-}" dpkg-buildpackage -b -uc) \
    >"$folder/build.log" 2>&1 || { tail -40 "$folder/build.log" >&2; exit 1; }
  (cd "$folder" && ls gainsay_*.deb)
  lintian --fail-on error "$folder"/gainsay_*.changes
}

inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/srv LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

# With a network of its own, which nothing of what is tried needs: X servers of
# this machine would be taken for that in the root.
apart() { unshare --net chroot "$root" env -i PATH=/usr/bin:/bin HOME=/srv LC_ALL=C.UTF-8 "$@"; }

release_root() {
  for place in proc dev; do
    ! mountpoint -q "$root/$place" || umount -l "$root/$place"
  done
}

fresh_root() {
  say "A fresh Debian: $suite"
  release_root
  rm -rf "$root"
  debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$folder/root.log"
  trap release_root EXIT
  mount -t proc proc "$root/proc"
  mount --bind /dev "$root/dev"
  cp /etc/resolv.conf "$root/etc/resolv.conf"
}

install_package() {
  say "apt install"
  cp "$folder"/gainsay_*.deb "$root/gainsay.deb"
  inside apt-get update -q >/dev/null
  inside apt-get install -y -q --no-install-recommends /gainsay.deb >"$folder/install.log" 2>&1 \
    || { tail -20 "$folder/install.log" >&2; exit 1; }
  # What it is looked at with, and nothing that it would need itself.
  inside apt-get install -y -q --no-install-recommends xvfb xauth x11-utils libglib2.0-bin librsvg2-common fonts-dejavu-core >>"$folder/install.log" 2>&1
}

use() {
  say "gainsayctl"
  apart sh -euc '
    cd /srv
    printf "A title here\n\nThe harbour office says that two zebras were seen.\n" >a.txt
    gainsayctl --version
    rm -f w.*
    gainsayctl new w.gainsay --title "Try"
    gainsayctl import w.gainsay a.txt
    gainsayctl check w.gainsay
    gainsayctl export w.gainsay --format pdf -o w.pdf
    gainsayctl extract w.pdf | grep -q "A title here"
  '
  say "gainsay, on a screen in memory"
  apart sh -euc '
    cd /srv
    export GDK_BACKEND=x11 GSK_RENDERER=cairo
    dbus-run-session -- xvfb-run -a sh -euc "
      gainsay w.gainsay & program=\$!
      for _ in \$(seq 120); do
        xwininfo -root -tree | grep -q Gainsay && break
        sleep 0.5
      done
      xwininfo -root -tree | grep Gainsay
      gapplication action org.gainsay.Gainsay quit
      wait \$program
      gainsay w.gainsay --picture=/srv/window.png --page=articles
    "
  ' 2>"$folder/window.log" || { tail -20 "$folder/window.log" >&2; exit 1; }
  cp "$root/srv/window.png" "$folder/window.png"
  say "Proven. What it looks like: $folder/window.png"
}

build
fresh_root
install_package
use
