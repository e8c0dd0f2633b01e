#!/usr/bin/env bash
# Proves the Flatpak without the public runtime: puts together a runtime and
# an SDK of their names out of Debian's packages, builds the manifest in
# flatpak-builder's sandbox, runs the program's tests in there, installs the
# result and looks whether it may do what it should, and no more.
#
# Usage: try-build.sh FOLDER [MANIFEST]
#   FOLDER gets some 6 GB and is kept for the next time; delete it at will.
#   MANIFEST is the devel profile's unless it is named, which runs the tests.
#
# For root on Debian, with a network that reaches a Debian mirror and nothing
# else. Sources of modules come from Debian too: where its tarball is the very
# one that the manifest names, by its checksum, that is what is built; for the
# others Debian's tarball takes its place, and it is said which.
#
# Copyright 2026 The Gainsay authors
# SPDX-License-Identifier: GPL-3.0-or-later

set -euo pipefail

suite=${SUITE:-trixie}
mirror=${MIRROR:-http://deb.debian.org/debian}
here=$(cd "$(dirname "$0")" && pwd)
[ $# -ge 1 ] || { sed -n 's/^# \{0,1\}//p' "$0" | head -18; exit 2; }
mkdir -p "$1"
folder=$(cd "$1" && pwd)
manifest=$(basename "${2:-org.gainsay.Gainsay.Devel.json}")
arch=$(uname -m)

say() { printf '\n== %s\n' "$*"; }
field() { python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$here/$manifest" "$1"; }

id=$(field id)
branch=$(field runtime-version)

# What GNOME's runtime has and Gainsay uses; none of what its manifest builds.
platform_packages=libgtk-4-1,libgtk-4-bin,libadwaita-1-0,libjson-glib-1.0-0,libxml2,libsoup-3.0-0,libarchive13t64,\
glib-networking,libglib2.0-bin,gsettings-desktop-schemas,dconf-gsettings-backend,adwaita-icon-theme,\
hicolor-icon-theme,librsvg2-common,libgdk-pixbuf2.0-bin,shared-mime-info,desktop-file-utils,fontconfig,\
fonts-cantarell,fonts-dejavu-core,ca-certificates,dbus,dbus-x11,liblcms2-2,libopenjp2-7,libtiff6,libltdl7,bash,python3-minimal
# The tools of its SDK, and what tests want besides: a screen in memory, a bus.
sdk_packages="gcc g++ make cmake meson ninja-build pkg-config autoconf automake libtool bison flex gettext itstool \
gtk-doc-tools locales git patch xz-utils bzip2 elfutils python3 appstream desktop-file-utils gobject-introspection groff-base \
libgtk-4-dev libadwaita-1-dev libglib2.0-dev libjson-glib-dev libxml2-dev libsoup-3.0-dev libarchive-dev \
libpango1.0-dev libfontconfig-dev libfreetype-dev libjpeg-dev libpng-dev libtiff-dev liblcms2-dev libopenjp2-7-dev \
libexpat1-dev zlib1g-dev libltdl-dev xvfb xauth at-spi2-core libatspi2.0-dev libx11-dev libxtst-dev libxml2-utils \
python3-jsonschema unzip appstream-util"

install_tools() {
  local tools=(flatpak flatpak-builder bubblewrap ostree debootstrap dpkg-dev tcl make elfutils dbus python3
    libglib2.0-bin xdg-desktop-portal xvfb xauth x11-utils) missing=()
  for tool in "${tools[@]}"; do
    dpkg -s "$tool" >/dev/null 2>&1 || missing+=("$tool")
  done
  [ ${#missing[@]} -eq 0 ] || DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
  bwrap --unshare-all --ro-bind / / --proc /proc --dev /dev true \
    || { echo "try-build: this kernel lets nobody make sandboxes." >&2; exit 1; }
}

# Roots are finished under their own name only when they are whole.
assemble_roots() {
  if [ ! -d "$folder/platform" ]; then
    say "The runtime, out of Debian $suite"
    rm -rf "$folder/platform.new"
    debootstrap --variant=minbase "--include=$platform_packages" "$suite" "$folder/platform.new" "$mirror" >"$folder/platform.log"
    mv "$folder/platform.new" "$folder/platform"
  fi
  if [ ! -d "$folder/sdk" ]; then
    say "The SDK: the same, and compilers"
    rm -rf "$folder/sdk.new"
    cp -a "$folder/platform" "$folder/sdk.new"
    chroot "$folder/sdk.new" env DEBIAN_FRONTEND=noninteractive \
      sh -c "apt-get update && apt-get install -y --no-install-recommends $sdk_packages && apt-get clean && localedef -i en_US -f UTF-8 en_US.UTF-8" >"$folder/sdk.log" 2>&1
    mv "$folder/sdk.new" "$folder/sdk"
  fi
}

# export_root ROOT NAME: a runtime is /usr, with /etc in it.
export_root() {
  local made=$folder/export-$1
  [ ! -e "$folder/repo/refs/heads/runtime/$2/$arch/$branch" ] || return 0
  say "$2 into a repository"
  rm -rf "$made"
  mkdir -p "$made/files"
  cp -al "$folder/$1/usr" "$made/usr"
  cp -a "$folder/$1/etc" "$made/usr/etc"
  # What belongs to a machine, and what Flatpak puts there itself.
  (cd "$made/usr/etc" && rm -f hostname hosts resolv.conf mtab machine-id passwd- group- shadow* gshadow* fstab)
  rm -rf "$made/usr/share/doc" "$made/usr/share/man"
  cat >"$made/metadata" <<END
[Runtime]
name=$2
runtime=org.gnome.Platform/$arch/$branch
sdk=org.gnome.Sdk/$arch/$branch
END
  flatpak build-export --runtime --disable-sandbox "$folder/repo" "$made" "$branch" >/dev/null
  rm -rf "$made"
}

# A place of its own: the user's Flatpaks are not seen and not touched.
own_installation() {
  export FLATPAK_USER_DIR=$folder/installation XDG_DATA_HOME=$folder/home/data XDG_CACHE_HOME=$folder/home/cache
  export XDG_CONFIG_HOME=$folder/home/config XDG_RUNTIME_DIR=$folder/home/run HOME=$folder/home
  mkdir -p "$XDG_DATA_HOME" "$XDG_CACHE_HOME" "$XDG_CONFIG_HOME" "$folder/sources"
  mkdir -p -m 700 "$XDG_RUNTIME_DIR"
  flatpak --user remote-add --if-not-exists --no-gpg-verify try "$folder/repo"
  flatpak --user install -y --noninteractive --or-update try "org.gnome.Platform//$branch" "org.gnome.Sdk//$branch"
}

# Debian's original tarballs of the modules, and SQLite's as its own Makefile
# packs it for release.
fetch_sources() {
  cd "$folder/sources"
  if [ ! -f .whole ]; then
    say "Sources of the modules, from Debian $suite"
    mkdir -p lists/partial cache/archives/partial
    printf 'Types: deb-src\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n' \
      "$mirror" "$suite" /usr/share/keyrings/debian-archive-keyring.gpg >deb.sources
    local options=(-o "Dir::Etc::sourcelist=$PWD/deb.sources" -o Dir::Etc::sourceparts=/dev/null
      -o "Dir::State::lists=$PWD/lists" -o "Dir::Cache=$PWD/cache" -o APT::Sandbox::User=root)
    apt-get "${options[@]}" update -q
    for package in sqlite3 uchardet gmime poppler graphviz; do
      apt-get "${options[@]}" source -q --download-only --only-source "$package" \
        || ls "$package"_*.orig.tar.* >/dev/null
    done
    rm -rf sqlite && mkdir sqlite
    tar -xf sqlite3_*.orig.tar.xz --strip-components=1 -C sqlite
    (cd sqlite && ./configure --disable-readline >/dev/null && make amalgamation-tarball >/dev/null 2>&1 && mv sqlite-autoconf-*.tar.gz ..)
    touch .whole
  fi
  cd - >/dev/null
}

copy_project() {
  rm -rf "$folder/source"
  mkdir -p "$folder/source"
  (cd "$here/.." && git ls-files -z --cached --others --exclude-standard | tar --null --ignore-failed-read -T - -c) | tar -x -C "$folder/source"
  python3 "$here/local-sources.py" "$folder/source/flatpak/libraries.json" "$folder/sources"
}

build() {
  say "flatpak-builder: $manifest"
  (cd "$folder" && dbus-run-session -- flatpak-builder --user --force-clean --disable-rofiles-fuse --disable-updates \
    "--state-dir=$folder/state" "--repo=$folder/repo" "$folder/app" "$folder/source/flatpak/$manifest")
}

# in_sandbox COMMAND…: as the user runs it, with the permissions of the manifest.
in_sandbox() {
  dbus-run-session -- flatpak --user run --no-documents-portal "--command=$1" "$id" "${@:2}"
}

check() {
  say "What it may do"
  flatpak --user install -y --noninteractive --or-update --reinstall try "$id"
  flatpak --user info --show-permissions "$id"
  in_sandbox gainsayctl --version
  in_sandbox sh -euc '
    fail() { echo "try-build: $1" >&2; exit 1; }
    [ ! -e "$1" ] || fail "the sandbox sees $1"
    ls -A "$HOME" | grep -v "^\.var$" | grep . && fail "the sandbox sees the home folder" || true
    touch /app/x 2>/dev/null && fail "the program can be overwritten"
    cd "$XDG_DATA_HOME"
    rm -f try.gainsay* a.txt
    printf "A title here\n\nThe harbour office says that two zebras were seen.\n" >a.txt
    gainsayctl new try.gainsay
    gainsayctl import try.gainsay a.txt
    gainsayctl check try.gainsay
    gainsayctl export try.gainsay --format pdf -o try.pdf
    gainsayctl extract try.pdf | grep -q "A title here" || fail "PDFs cannot be read"
  ' sh "$folder/source"
}

# Its window, on a screen in memory; without a portal, and with the workspace
# that check() has left in the program's own folder.
look() {
  say "What it looks like"
  xvfb-run -a dbus-run-session -- sh -euc '
    export GSK_RENDERER=cairo
    flatpak --user run --no-documents-portal --env=GDK_BACKEND=x11 "$1" "$2/try.gainsay" & program=$!
    for _ in $(seq 120); do
      xwininfo -root -tree | grep -qi gainsay && break
      sleep 0.5
    done
    xwininfo -root -tree | grep -i gainsay
    gapplication action "$1" quit
    wait $program
    flatpak --user run --no-documents-portal --env=GDK_BACKEND=x11 "$1" "$2/try.gainsay" "--picture=$2/window.png" --page=articles
  ' sh "$id" "$folder/home/.var/app/$id/data"
  cp "$folder/home/.var/app/$id/data/window.png" "$folder/window.png"
  echo "$folder/window.png"
}

# A folder from the document portal is worked in; a workspace that comes alone
# is refused, with a sentence that says what to do.
hand_over() {
  say "A workspace from the document portal"
  rm -rf "$folder/dossier"
  mkdir "$folder/dossier"
  printf 'A title here\n\nThe harbour office says that two zebras were seen.\n' >"$folder/dossier/a.txt"
  dbus-run-session -- sh -euc '
    id=$1
    ctl() { flatpak --user run --command=gainsayctl "$id" "$@"; }
    hand() { echo "/run/flatpak/doc/$(flatpak document-export --app="$id" --allow-read --allow-write "$1" | sed "s,.*/doc/,,")"; }
    whole=$(hand "$2")
    ctl new "$whole/w.gainsay"
    ctl import "$whole/w.gainsay" "$whole/a.txt"
    ctl check "$whole/w.gainsay"
    lone=$(hand "$2/w.gainsay")
    if ctl check "$lone" 2>"$2/said"; then echo "try-build: a workspace without folder was opened" >&2; exit 1; fi
    grep "without its folder" "$2/said"
  ' sh "$id" "$folder/dossier"
}

[ "$(id -u)" -eq 0 ] || { echo "try-build: putting roots together needs root." >&2; exit 1; }
install_tools
assemble_roots
[ -d "$folder/repo" ] || ostree init --repo="$folder/repo" --mode=archive-z2
export_root platform org.gnome.Platform
export_root sdk org.gnome.Sdk
flatpak build-update-repo "$folder/repo" >/dev/null
fetch_sources
own_installation
copy_project
build
check
look
hand_over
say "Proven: $id"
