# SPDX-License-Identifier: GPL-2.0-or-later
# Which Debian packages Loftgate needs for what, and how they get onto the machine. Sourced, never run.

build_packages="g++ cmake ninja-build pkg-config gettext libpurple-dev pidgin-dev libgtk2.0-dev libglib2.0-dev
  libsqlite3-dev libtomlplusplus-dev libjson-glib-dev libphonenumber-dev"
try_packages="pidgin prosody python3 python3-gi dbus"
stage_packages="xvfb xauth openbox xdotool imagemagick gir1.2-atspi-2.0 at-spi2-core libatk-adaptor libgail-common
  fonts-dejavu-core"
test_packages="meson binutils clang libclang-rt-14-dev libgtest-dev libgmock-dev libcmocka-dev libre2-dev ngircd man-db
  finch tmux bitlbee-libpurple pidgin-otr purple-lurch valgrind"

is_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Runs a command as root: directly, or through sudo.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "This needs root: run it as root, or install sudo. Wanted: $*" >&2
    return 1
  fi
}

# Installs those of the named packages that are missing. Servers among them are not started, nor at the next boot:
# Loftgate starts its own on free ports.
need_packages() {
  local missing=() package
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null; then
    echo "Not a Debian system. These Debian packages, or what they are called here, are needed: ${missing[*]}" >&2
    return 1
  fi
  echo "Installing ${missing[*]}"
  local policy=/usr/sbin/policy-rc.d keeps_quiet=no
  if [ ! -e $policy ]; then
    keeps_quiet=yes
    printf '#!/bin/sh\nexit 101\n' | as_root tee $policy >/dev/null && as_root chmod +x $policy
  fi
  as_root apt-get update -q </dev/null &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" </dev/null
  local result=$?
  [ $keeps_quiet = no ] || as_root rm -f $policy
  if [ -d /run/systemd/system ]; then
    for package in prosody ngircd bitlbee-libpurple; do
      case " ${missing[*]} " in *" $package "*) as_root systemctl disable --quiet "${package%-libpurple}" ;; esac
    done
  fi
  [ $result -eq 0 ] || echo "Some packages could not be installed: ${missing[*]}" >&2
  return $result
}
