# What start.sh, install_linux.sh and test.sh share; meant to be sourced by them, from the repository root.
# Bash builtins only, so that the sentences can be said on a machine where nothing else works.

# The language file nearest to a tag such as pt_BR.UTF-8 or zh; nothing when there is none.
nearest_language() {
    case "$1" in
        [Pp][Tt]*) echo pt-BR ;;
        [Ee][Ss]*) echo es ;;
        [Zz][Hh]*) echo zh-CN ;;
        [Ee][Nn]*) echo en ;;
    esac
}

# say KEY [VALUE]: one sentence of words.txt on stderr, in the language of SAY_IN or of the machine.
say() {
    local tag language line value=${2:-}
    tag=${SAY_IN:-${LC_ALL:-${LC_MESSAGES:-${LANG:-en}}}}
    language=$(nearest_language "$tag")
    while IFS= read -r line; do
        case "$line" in
            "$1.${language:-en}="*) line=${line#*=}; printf '%s\n' "${line//'{}'/$value}" >&2 ;;
        esac
    done <scripts/words.txt
}

# Does this answer (T/F, 1/0, yes/no, true/false) mean no?
is_no() {
    case "$1" in [Ff]* | 0 | [Nn]*) return 0 ;; *) return 1 ;; esac
}

good_python() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# The first Python 3.11 or newer: $PYTHON if set, else what PATH has.
find_python() {
    local name
    for name in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11 python; do
        if good_python "$name"; then
            echo "$name"
            return
        fi
    done
    # Where python3 is an old one (Ubuntu 22.04), the newer has a package with its number.
    if command -v python3 >/dev/null; then name=python3.11; else name=python3; fi
    say no_python "sudo apt install $name $name-venv"
    return 1
}

# The Python that runs the app: the one in .venv unless there shall be none.
house_python() {
    if is_no "$1"; then find_python; else echo .venv/bin/python; fi
}
