#!/usr/bin/env bash
# Starts Imaginário on http://127.0.0.1:7860, installing it first when that is still to be done.
#
#   ./start.sh [pt-BR|en|es|zh-CN] [options of app.py, such as --port 8000]
#
# USE_VENV=F: no .venv, use the Python at hand.

[ -n "${BASH_VERSION:-}" ] || exec bash "$0" "$@"
set -eu
case "$0" in */*) CDPATH="" cd "${0%/*}" ;; esac
. scripts/house.sh

venv=${USE_VENV:-T}
case "${1:-}" in
    "" | -*) ;;
    *)
        SAY_IN=$(nearest_language "$1")
        if [ -z "$SAY_IN" ]; then
            say usage "./start.sh [pt-BR|en|es|zh-CN] [--port 8000 ...]"
            exit 2
        fi
        export SAY_IN
        shift
        set -- --locale "$SAY_IN" "$@"
        ;;
esac

CALLED_BY_START=1 "$BASH" install_linux.sh F "$venv"
python=$(house_python "$venv")
CALLED_AS=./start.sh exec "$python" app.py "$@"
