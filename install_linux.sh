#!/usr/bin/env bash
# Installs Imaginário: makes .venv and puts the pinned packages into it.
#
#   source install_linux.sh [T|F] [T|F] [T|F]
#
# First T: clean install, an old .venv is removed. Second F (or USE_VENV=F): no .venv, into the Python at
# hand. Third T: what the tests need as well. Sourced, it leaves .venv activated.

if (return 0 2>/dev/null); then
    # The work is done by a child, so that no option, variable or folder of this shell changes.
    if "${BASH:-bash}" "${BASH_SOURCE:-$0}" "$@"; then
        case "${2:-${USE_VENV:-T}}" in
            [Ff]* | 0 | [Nn]*) ;;
            *) . "$(dirname "${BASH_SOURCE:-$0}")/.venv/bin/activate" ;;
        esac
        return
    fi
    return 1
fi
[ -n "${BASH_VERSION:-}" ] || exec bash "$0" "$@"

set -eu
case "$0" in */*) CDPATH="" cd "${0%/*}" ;; esac
. scripts/house.sh

clean=${1:-F}
venv=${2:-${USE_VENV:-T}}
dev=${3:-F}

# Make .venv, or make it anew when it is damaged or its Python has gone.
make_venv() {
    local python
    is_no "$clean" || forget_venv
    if good_python .venv/bin/python && .venv/bin/python -c 'import pip' 2>/dev/null; then return; fi
    python=$(find_python)
    if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
        say no_venv "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
        exit 1
    fi
    forget_venv
    "$python" -m venv .venv
}

forget_venv() {
    [ -e .venv ] || return 0
    if [ ! -e .venv/pyvenv.cfg ]; then
        say strange_venv
        exit 1
    fi
    rm -rf .venv
}

# Install what a file of pins names, unless the copy kept of it says that it has been done.
install_pins() {
    local stamp
    stamp=$stamps/${1%.txt}.installed
    if [ -e "$stamp" ] && [ "$(<"$stamp")" = "$(stamp_text "$1")" ]; then return; fi
    say installing
    mkdir -p "$stamps"
    rm -f "$stamp"
    if ! "$python" -m pip install --disable-pip-version-check --no-input -r "$@" >&2 2>"$stamps/pip.log"; then
        cat "$stamps/pip.log" >&2
        case "$(<"$stamps/pip.log")" in
            *"Retrying (Retry("* | *ConnectionError* | *"Network is unreachable"*) say no_network ;;
            *) say no_install ;;
        esac
        exit 1
    fi
    stamp_text "$1" >"$stamp"
}

# Without .venv the stamp also names the Python it speaks of.
stamp_text() {
    ! is_no "$venv" || "$python" -c 'import sys; print("#", sys.prefix, sys.version)'
    printf '%s\n' "$(<"$1")"
}

if is_no "$venv"; then
    stamps=.imaginario
    is_no "$clean" || rm -f .imaginario/*.installed
    python=$(find_python)
    "$python" -c 'import pip' 2>/dev/null || { say no_pip && exit 1; }
else
    stamps=.venv
    make_venv
    python=.venv/bin/python
fi
install_pins requirements.txt -e .
is_no "$dev" || install_pins requirements-dev.txt
[ -n "${CALLED_BY_START:-}" ] || say installed ./start.sh
