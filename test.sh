#!/usr/bin/env bash
# Installs what the tests need, a browser included, then runs every check and every test.
#
#   ./test.sh [--local] [options of pytest]
#
# --local: installs torch and tests painting on this computer too; without it that is tested where torch is.

[ -n "${BASH_VERSION:-}" ] || exec bash "$0" "$@"
set -eu
case "$0" in */*) CDPATH="" cd "${0%/*}" ;; esac
. scripts/house.sh

venv=${USE_VENV:-T}
local=F
options=()
for option in "$@"; do
    if [ "$option" = --local ]; then local=T; else options+=("$option"); fi
done
CALLED_BY_START=1 "$BASH" install_linux.sh F "$venv" T "$local"
python=$(house_python "$venv")
"$python" -c 'import importlib.util as u, sys; sys.exit(u.find_spec("torch") is None)' || say no_torch

have_browser() {
    "$python" scripts/find_browser.py >/dev/null
}

# The distribution's Chromium when we may install it (where there is one without windows, that: it is quicker),
# with letters for Chinese and what Playwright's Node.js needs; else Playwright's own.
get_browser() {
    say getting_browser
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq || true
        for browser in chromium-headless-shell chromium; do
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
                "$browser" fonts-noto-cjk libatomic1 && have_browser && return
        done
    fi
    "$python" -m playwright install chromium && have_browser
}

have_browser || get_browser || { say no_browser && exit 1; }

# The checks keep one core busy, and not all tests do: they run beside each other, and the checks are told last.
exec 3< <("$python" scripts/check.py 2>&1 && echo 0 || echo 1)
status=0
# A worker for each core, up to four; the tests of one file share their servers and stay together.
"$python" -m pytest -n auto --maxprocesses 4 --dist loadfile ${options[@]+"${options[@]}"} || status=$?
checked=
while IFS= read -r line <&3; do
    printf '%s' "${checked:+$checked$'\n'}"
    checked=$line
done
[ "$checked" = 0 ] || [ "$status" != 0 ] || status=1
exit "$status"
