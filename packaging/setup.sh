#!/usr/bin/env bash
# Prepares a checkout: system programs, .venv, the locked libraries, the program itself.
# Quick and quiet when nothing is to be done. Exit 3: there is something that you have to do.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly python=${PYTHON:-python3}
readonly venv=.venv
readonly stamp=$venv/installed

main() {
    check_python
    install_system_packages
    if ! is_current; then
        install_libraries
    fi
}

stop() {
    printf 'setup: %s\n' "$@" >&2
    exit 3
}

check_python() {
    command -v "$python" >/dev/null || stop "needs Python 3.11 or newer as $python."
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        stop "needs Python 3.11 or newer; $("$python" --version) is too old."
}

# The Debian packages that are not here yet, one a line.
missing_packages() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
    [[ -e /etc/ssl/certs/ca-certificates.crt ]] || echo ca-certificates # pip asks for these
    local program
    for program in age openssl unzip; do # the tests check our files with them
        command -v "$program" >/dev/null || echo "$program"
    done
}

install_system_packages() {
    local missing root=()
    mapfile -t missing < <(missing_packages)
    ((${#missing[@]})) || return 0
    command -v apt-get >/dev/null || stop "please install: ${missing[*]}"
    if ((EUID != 0)); then
        sudo -n true 2>/dev/null ||
            stop "please run: sudo apt-get install --no-install-recommends ${missing[*]}"
        root=(sudo -n)
    fi
    echo "setup: installing ${missing[*]}"
    "${root[@]}" apt-get update -qq
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# What an installation depends on: the place (scripts in .venv name it), the Python, three files.
wanted() {
    pwd
    "$python" --version
    cat requirements.lock pyproject.toml packaging/hatch_build.py
}

is_current() {
    [[ -x $venv/bin/antq-desktop && -f $stamp ]] && cmp -s <(wanted) "$stamp"
}

# Made anew each time: pip does not remove what the lock no longer names.
install_libraries() {
    local pip=("$venv/bin/pip" --quiet --disable-pip-version-check install)
    echo "setup: installing libraries into $venv"
    "$python" -m venv --clear "$venv"
    "${pip[@]}" --require-hashes --requirement requirements.lock
    "${pip[@]}" --no-deps --no-build-isolation --editable .
    wanted >"$stamp"
}

main
