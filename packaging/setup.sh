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
    compile_translations
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

# What Qt needs to draw at all, a font with every Vietnamese letter, what a display (X11, Wayland)
# needs, and what a printer needs.
readonly qt_packages=(
    libegl1 libgl1 libx11-6 libdbus-1-3 libfontconfig1 libfreetype6 libglib2.0-0 libxkbcommon0
    fonts-croscore
    libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-render0
    libxcb-shape0 libxcb-util1 libxcb-xkb1 libxkbcommon-x11-0 libwayland-cursor0 libwayland-egl1
    libcups2
)

missing_qt_packages() {
    command -v dpkg-query >/dev/null || return 0
    local installed
    installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${qt_packages[@]}" 2>/dev/null || true)
    local package
    for package in "${qt_packages[@]}"; do
        grep -qx "$package installed" <<<"$installed" || echo "$package"
    done
}

# The Debian packages that are not here yet, one a line.
missing_packages() {
    "$python" -c 'import ensurepip, venv' 2>/dev/null || echo python3-venv
    [[ -e /etc/ssl/certs/ca-certificates.crt ]] || echo ca-certificates # pip asks for these
    local program
    for program in age openssl qpdf unzip; do # the tests check our files with them
        command -v "$program" >/dev/null || echo "$program"
    done
    command -v pdftotext >/dev/null || echo poppler-utils
    command -v certutil >/dev/null || echo libnss3-tools # tells pdfsig whom to trust
    command -v softhsm2-util >/dev/null || echo softhsm2 # a token without a token
    missing_qt_packages
}

install_system_packages() {
    local missing root=()
    mapfile -t missing < <(missing_packages)
    ((${#missing[@]})) || return 0
    command -v apt-get >/dev/null || stop "please install: ${missing[*]}"
    if ((EUID != 0)); then
        sudo -n true 2>/dev/null ||
            stop "please run these two commands, then the same again:" \
                "  sudo apt-get update" \
                "  sudo apt-get install --no-install-recommends ${missing[*]}"
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

# English for the windows: from the texts that people edit to the form that Qt reads.
compile_translations() {
    local source=resources/translations/en.ts compiled=resources/translations/en.qm
    [[ ! -e $source || $compiled -nt $source ]] ||
        "$venv/bin/pyside6-lrelease" -silent "$source" -qm "$compiled"
}

main
