#!/usr/bin/env bash
# Installs Imaginário: makes .venv and puts the pinned packages into it.
#
#   source install_linux.sh [T|F] [T|F] [T|F] [T|F]
#
# First T: clean install, an old .venv is removed. Second F (or USE_VENV=F): no .venv, into the Python at
# hand. Third T: what the tests need as well. Fourth T: what painting on this computer needs. Sourced, it leaves .venv activated.

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
local=${4:-F}

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
    if [ "$1" = requirements-local.txt ]; then say installing_local; else say installing; fi
    mkdir -p "$stamps"
    rm -f "$stamp"
    if install_with_uv "$@"; then
        :
    elif ! "$python" -m pip install --disable-pip-version-check --no-input -r "$@" >&2 2>"$stamps/pip.log"; then
        cat "$stamps/pip.log" >&2
        case "$(<"$stamps/pip.log")" in
            *"Retrying (Retry("* | *ConnectionError* | *"Network is unreachable"*) say no_network ;;
            *) say no_install ;;
        esac
        exit 1
    fi
    stamp_text "$1" >"$stamp"
    installed_anew=T
}

# uv does in seconds what takes pip a minute. Where it cannot be had or fails, pip does it, and says why not.
install_with_uv() {
    if is_no "$venv" || ! { has_module uv || get_uv; }; then return 1; fi
    "$python" -m uv pip install --quiet --compile-bytecode --python "$python" -r "$@" >/dev/null 2>&1
}

get_uv() {
    local pin
    while IFS= read -r pin; do
        case "$pin" in uv==*) "$python" -m pip install --quiet --no-input --no-deps "$pin" >/dev/null 2>&1 ;; esac
    done <requirements-dev.txt
    has_module uv
}

has_module() {
    "$python" -c "import importlib.util as u, sys; sys.exit(u.find_spec('$1') is None)"
}

# torch for a processor alone is a fifth of the size: the one that lies on this machine, else PyTorch's own.
# Where neither can be had, the usual one is installed with the rest.
install_small_torch() {
    local pin pip
    pip=(-m pip install --disable-pip-version-check --no-input --no-deps)
    while IFS= read -r pin; do
        case "$pin" in
            torch==*)
                "$python" "${pip[@]}" --no-index "$pin" >&2 2>/dev/null ||
                    "$python" "${pip[@]}" --index-url https://download.pytorch.org/whl/cpu "$pin" >&2 || true
                ;;
        esac
    done <requirements-local.txt
}

install_local() {
    case "$OSTYPE" in
        linux*) has_module torch || command -v nvidia-smi >/dev/null || install_small_torch ;;
    esac
    install_pins requirements-local.txt -c requirements.txt
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
installed_anew=F
install_pins requirements.txt -e .
# So that the first start need not: some machines never keep what Python compiles.
is_no "$installed_anew" || "$python" -m compileall -q imaginario >&2 || true
is_no "$dev" || install_pins requirements-dev.txt
is_no "$local" || install_local
[ -n "${CALLED_BY_START:-}" ] || say installed ./start.sh
