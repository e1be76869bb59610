# What run, test and measure share: finding or installing what PerJam needs, and building it. To be sourced, in bash.
# Progress goes to stderr. Exit code 2: something is missing that this script may not or cannot install.

say() { printf '%s\n' "$*" >&2; }

refuse() {
  say "$@"
  exit 2
}

# A service or a container may give no HOME, or one that cannot be written.
prepare_environment() {
  if [[ -z "${HOME:-}" ]]; then
    HOME=$(getent passwd "$(id -u)" | cut -d: -f6) || HOME=/nonexistent
    export HOME
  fi
  if [[ ! -w "$HOME" ]]; then
    export DOTNET_CLI_HOME="${DOTNET_CLI_HOME:-${TMPDIR:-/tmp}/perjam-dotnet-$(id -u)}"
    export NUGET_PACKAGES="${NUGET_PACKAGES:-$DOTNET_CLI_HOME/packages}"
    export npm_config_cache="${npm_config_cache:-$DOTNET_CLI_HOME/npm}"
    mkdir -p -m 700 "$DOTNET_CLI_HOME"
  fi
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
  export DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=true
  # No build server may outlive the script: it would hold files, and the user it runs as.
  export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
}

need_dotnet() {
  local folder
  for folder in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
    command -v dotnet > /dev/null && break
    [[ -x "$folder/dotnet" ]] && PATH="$folder:$PATH"
  done
  command -v dotnet > /dev/null && dotnet --list-sdks | grep -q '^10\.' \
    || refuse "PerJam needs the .NET SDK 10, and it is not installed. See https://learn.microsoft.com/dotnet/core/install/linux"
}

has_postgres() {
  compgen -G '/usr/lib/postgresql/1[5-9]/bin/initdb' > /dev/null \
    || compgen -G '/usr/lib/postgresql/[2-9][0-9]/bin/initdb' > /dev/null \
    || command -v initdb > /dev/null \
    || { command -v pg_config > /dev/null && [[ -x "$(pg_config --bindir)/initdb" ]]; }
}

has_package() {
  case "$1" in
    postgresql) has_postgres ;;
    # Often there from elsewhere than Debian; npm then comes with node.
    npm) command -v npm > /dev/null && command -v node > /dev/null ;;
    default-jre-headless) command -v java > /dev/null ;;
    *) [[ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2> /dev/null)" == ii* ]] ;;
  esac
}

# need_packages NAME... : Debian packages that must be there.
need_packages() {
  local package missing=()
  if ! command -v apt-get > /dev/null; then
    # Not Debian: README lists what to install; what can be told without dpkg is told here, the rest by the programs.
    has_postgres || refuse "PerJam needs PostgreSQL 15 or newer: install it with your system's package manager (README, 'Other systems')."
    return 0
  fi
  for package in "$@"; do
    has_package "$package" || missing+=("$package")
  done
  ((${#missing[@]} == 0)) || install_packages "${missing[@]}"
}

install_packages() {
  local command="apt-get install -y --no-install-recommends $*" log
  local options=(-o DPkg::Lock::Timeout=120 -qq)
  find_root "$command"
  log=$(mktemp)
  say "Installing $* ..."
  [[ " $* " == *" postgresql "* ]] && keep_debian_cluster_away
  if ! { "${as_root[@]}" apt-get "${options[@]}" update \
    && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "${options[@]}" install -y --no-install-recommends "$@"; } > "$log" 2>&1 < /dev/null; then
    let_debian_cluster_be
    tail -n 15 "$log" >&2
    refuse "Installing $* failed (all of it: $log). By hand: $command"
  fi
  let_debian_cluster_be
  rm -f "$log"
}

# Sets as_root to what runs a command as root, or ends with the command to give to somebody who may.
find_root() {
  if [[ $(id -u) == 0 ]]; then
    as_root=()
  elif command -v sudo > /dev/null && sudo -n true 2> /dev/null; then
    as_root=(sudo -n)
  elif command -v sudo > /dev/null && [[ -t 0 && -t 2 ]] && sudo -v; then
    as_root=(sudo)
  else
    refuse "Some packages are missing, and this user may not install them. Run as root: $1"
  fi
}

# Debian's package makes and starts a server of its own on port 5432, which PerJam does not use. For the length of our
# installation a drop-in tells it not to; a server that somebody else installs later is made as always.
debian_cluster_switch=/etc/postgresql-common/createcluster.d/perjam.conf

keep_debian_cluster_away() {
  trap let_debian_cluster_be EXIT
  "${as_root[@]}" mkdir -p "${debian_cluster_switch%/*}"
  "${as_root[@]}" sh -c "echo 'create_main_cluster = false' > $debian_cluster_switch"
}

let_debian_cluster_be() {
  [[ -e "$debian_cluster_switch" ]] || return 0
  "${as_root[@]}" rm -f "$debian_cluster_switch"
  "${as_root[@]}" rmdir --ignore-fail-on-non-empty "${debian_cluster_switch%/*}"
}

# need_node_packages FOLDER... : the packages of each folder's package-lock.json, installed under artifacts/node unless they are.
need_node_packages() {
  local folder target
  for folder in "$@"; do
    target="artifacts/node/$(basename "$folder")"
    cmp -s "$folder/package-lock.json" "$target/installed.json" && continue
    say "Installing the packages of $folder/package.json ..."
    rm -rf "$target"
    mkdir -p "$target"
    cp "$folder/package.json" "$folder/package-lock.json" "$target"
    quietly "$target/npm.log" npm ci --prefix "$target" --ignore-scripts --no-audit --no-fund || return
    cp "$folder/package-lock.json" "$target/installed.json"
  done
}

# quietly LOG COMMAND... : the command's output goes to the log, of which the end is shown if it fails.
quietly() {
  local log=$1 code=0
  shift
  "$@" > "$log" 2>&1 < /dev/null || code=$?
  if ((code != 0)); then
    tail -n 25 "$log" >&2
    say "Failed: $* (all of it: $log)"
  fi
  return "$code"
}

# One number for everything that goes into a build; changes back and forth, deletions and renames all count.
sources_fingerprint() {
  find src "$@" Directory.*.props global.json BannedSymbols.txt .editorconfig \
    \( -name bin -o -name obj \) -prune -o -type f -exec cksum {} + | sort | cksum
}

# build_projects NAME PROJECT... : a release build with the packages as locked, skipped when nothing has changed since
# the last one of that name. Folders beyond src that count as sources are in the array more_sources.
build_projects() {
  local name=$1 project now stamp
  shift
  stamp="artifacts/$name.stamp"
  now=$(sources_fingerprint ${more_sources[@]+"${more_sources[@]}"})
  [[ -f "$stamp" && "$(< "$stamp")" == "$now" ]] && return 0
  mkdir -p artifacts
  say "Building ..."
  for project in "$@"; do
    quietly "artifacts/$name.log" dotnet restore --locked-mode "$project" || return
    quietly "artifacts/$name.log" dotnet build --no-restore --disable-build-servers -c Release "$project" || return
  done
  printf '%s\n' "$now" > "$stamp"
}
