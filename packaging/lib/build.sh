# SPDX-License-Identifier: GPL-2.0-or-later
# Builds what users run. Sourced, from the top of the tree, after packages.sh.

# Builds the release unless another build is given; $build is then where it lies.
need_build() {    # [BUILD]
  build=${1:-build/release}
  if [ -z "${1:-}" ]; then
    # shellcheck disable=SC2086  # a list of names
    need_packages $build_packages || return 1
    echo "Building Loftgate $(cat VERSION) in $build"
    mkdir -p build
    cmake --preset release >build/release.log 2>&1 && cmake --build --preset release >>build/release.log 2>&1 || {
      tail -n 30 build/release.log >&2
      echo "The build failed; all of it is in build/release.log." >&2
      return 1
    }
  fi
  for file in loftgate.so pidgin-loftgate.so loftgate-libs/loftgate-phone.so loftgate; do
    [ -f "$build/plugin/$file" ] || { echo "$build/plugin/$file is not there; leave out --from to build it." >&2; return 1; }
  done
}
