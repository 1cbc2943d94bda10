#!/usr/bin/env bash
# Builds Ara and runs its tests. Needs the .NET 10 SDK and Node.js 20; fetches Chromium where there is none.
#
#   ./test.sh                    everything but load, soak and fault runs, with the line coverage of AraWeb.Engine
#   ./test.sh --scale            only the load, soak and fault runs
#   ./test.sh --filter Calendar  only tests whose full name holds the word (or any dotnet test filter)
#
# Other options go to `dotnet test` as they are. The last line is always "N passed, N failed, N skipped".
# Exit: 0 all passed, 1 a test failed or was skipped, the build failed or coverage is too low, 2 something is missing on this machine.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 2

readonly configuration=Release
readonly minimum_coverage=80
readonly results=artifacts/test
readonly project=AraWeb.Tests/AraWeb.Tests.csproj

passed=0 failed=0 skipped=0
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
# A build server that outlives this script would keep the pipe of its caller open.
[ -n "${CI:-}" ] && export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false

say() { printf '\n== %s\n' "$*"; }
finish() {
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  exit "$1"
}
missing() {
  printf '%s\n' "$@" >&2
  finish 2
}
broken() {
  echo "$1"
  failed=$((failed + 1))
  finish 1
}

scale='' filter='' rest=()
while [ $# -gt 0 ]; do
  case $1 in
    --scale) scale=1 ;;
    --filter) [ $# -gt 1 ] || missing "--filter needs a word or an expression."; filter=$2; shift ;;
    --filter=*) filter=${1#--filter=} ;;
    -h | --help) sed -n '2,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
    *) rest+=("$1") ;;
  esac
  shift
done

# ---- What the machine must have -----------------------------------------------------------------------------------------------------

check_tools() {
  command -v dotnet >/dev/null || missing "The .NET 10 SDK is missing: install it from https://dotnet.microsoft.com/download and run this again."
  dotnet --version >/dev/null 2>&1 || missing "This repository needs a .NET 10 SDK (global.json); 'dotnet --list-sdks' says what is here:" "$(dotnet --list-sdks 2>&1)"
  command -v npm >/dev/null || missing "Node.js is missing (the build fetches plotly.js with npm): install Node.js 20, on Debian with 'apt-get install nodejs npm'."
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

# The browser tests take ARA_CHROMIUM, else /usr/bin/chromium, else the browser that Playwright has downloaded for itself.
find_chromium() {
  [ -n "${ARA_CHROMIUM:-}" ] && { [ -x "$ARA_CHROMIUM" ] || missing "ARA_CHROMIUM names $ARA_CHROMIUM, which cannot be run."; return 0; }
  [ -x /usr/bin/chromium ] && return 0
  if command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
    say "Chromium is missing: installing it with apt-get"
    { as_root apt-get update -q && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium; } \
      >"$results/chromium.log" 2>&1 </dev/null
    [ -x /usr/bin/chromium ] && return 0
    tail -3 "$results/chromium.log"
  fi
  return 1
}

# Playwright's driver comes with the test project, so this can run only after the build.
fetch_playwright_browser() {
  local out=AraWeb.Tests/bin/$configuration/net10.0/.playwright node
  for node in "$out"/node/*/node "$(command -v node)"; do [ -x "$node" ] && break; done
  say "Chromium is missing: asking Playwright for its own"
  "$node" "$out/package/cli.js" install --with-deps chromium >"$results/playwright.log" 2>&1 </dev/null \
    || "$node" "$out/package/cli.js" install chromium >>"$results/playwright.log" 2>&1 </dev/null \
    || missing "No Chromium, and it could not be fetched (see $results/playwright.log)." \
      "Install it ('apt-get install chromium' on Debian) or set ARA_CHROMIUM to the path of a Chromium or Chrome, and run this again."
}

# ---- Running and counting -----------------------------------------------------------------------------------------------------------

# The counters of a .trx file name "total executed passed failed error timeout aborted": what was not executed was skipped.
counter() { sed -n "s/.*<Counters[^>]* $1=\"\([0-9]*\)\".*/\1/p" "$2" | head -1; }

run_tests() { # name, filter, further arguments of dotnet test
  local name=$1 expression=$2 file=$results/$1.trx rc total executed ok
  shift 2
  rm -f "$file"
  dotnet test "$project" -c "$configuration" --no-build --filter "$expression" --results-directory "$results" \
    --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" "$@" ${rest[@]+"${rest[@]}"} </dev/null
  rc=$?
  if [ ! -s "$file" ]; then
    [ $rc = 0 ] && return 0
    echo "The test run '$name' ended with exit code $rc and left no results."
    failed=$((failed + 1))
    return 0
  fi
  total=$(counter total "$file") executed=$(counter executed "$file") ok=$(counter passed "$file")
  : "${total:=0}" "${executed:=0}" "${ok:=0}"
  passed=$((passed + ok)) failed=$((failed + executed - ok)) skipped=$((skipped + total - executed))
  if [ $rc != 0 ] && [ "$executed" = "$ok" ]; then
    echo "The test run '$name' broke off: exit code $rc though none of its $executed results is a failure."
    failed=$((failed + 1))
  fi
}

report_coverage() {
  local file root covered valid share
  file=$(find "$results" -name coverage.cobertura.xml -newer "$results/started" | head -1)
  [ -n "$file" ] || broken "No coverage was measured."
  root=$(grep -m1 '<coverage ' "$file")
  covered=$(sed 's/.*lines-covered="\([0-9]*\)".*/\1/' <<<"$root") valid=$(sed 's/.*lines-valid="\([0-9]*\)".*/\1/' <<<"$root")
  [ "${valid:-0}" -gt 0 ] || broken "Coverage names no line of AraWeb.Engine."
  share=$(awk -v c="$covered" -v v="$valid" 'BEGIN { printf "%.1f", int(1000 * c / v) / 10 }')
  say "Line coverage of AraWeb.Engine: $share % ($covered of $valid lines; source-generated code is left out)"
  if [ -n "$filter" ]; then
    echo "Not held against the limit of $minimum_coverage %, because --filter left tests out."
  elif awk -v s="$share" -v m="$minimum_coverage" 'BEGIN { exit !(s < m) }'; then
    echo "The least covered files (uncovered lines):"
    awk '
      /<class / { split($0, part, "filename=\""); sub(/".*/, "", part[2]); name = part[2]; lines = 1 }
      /<methods>/ { lines = 0 } /<\/methods>/ { lines = 1 }
      lines && /<line / && /hits="0"/ { missed[name]++ }
      END { for (n in missed) printf "%6d  %s\n", missed[n], n }' "$file" | sort -rn | head -10
    broken "Line coverage of AraWeb.Engine is $share %, below $minimum_coverage %."
  fi
}

# ---- The steps ----------------------------------------------------------------------------------------------------------------------

rm -rf "$results"
mkdir -p "$results"
check_tools
find_chromium && chromium=1 || chromium=''

say "Restoring exactly what the lock files name"
dotnet restore AraWeb.sln --locked-mode -v q </dev/null || broken "Restore failed."
say "Building ($configuration, warnings are errors)"
dotnet build AraWeb.sln -c "$configuration" --no-restore -v q -clp:NoSummary </dev/null || broken "The build failed."
[ -n "$chromium" ] || fetch_playwright_browser

touch "$results/started"
narrowed=${filter:+&($filter)}
if [ -n "$scale" ]; then
  say "Load, soak and fault runs (Category=Scale)"
  run_tests scale "Category=Scale$narrowed" --logger "console;verbosity=normal"
else
  say "Tests (load, soak and fault runs are left out by filter: ./test.sh --scale runs them)"
  run_tests tests "Category!=Scale&Category!=Speed$narrowed" --settings AraWeb.Tests/coverage.runsettings --collect "XPlat Code Coverage"
  say "Tests that hold a time (Category=Speed), one after the other and without coverage, which would slow them down"
  rest+=(-- xUnit.ParallelizeTestCollections=false)
  run_tests speed "Category=Speed&Category!=Scale$narrowed"
  report_coverage
fi

say "Took $SECONDS s"
if [ $((passed + failed + skipped)) = 0 ]; then
  [ -n "$scale" ] && [ -z "$filter" ] || missing "No test matches."
  echo "There are no load, soak or fault runs yet: nothing was tested. A test becomes one by [Trait(\"Category\", \"Scale\")]."
fi
[ "$skipped" = 0 ] || echo "A skipped test counts as a failure here: tests need nothing that this script does not install."
finish $((failed + skipped > 0))
