#!/usr/bin/env bash
# Runs every test ring: ./test.sh [--long] [RING ...]
#   --long   adds statistics, fuzzing and 50-fold crash rounds; run it before a release.
#   RING     Libraries, Services, AppHost or Web; all of them when none is named.
# Installs from the distribution's packages what the tests need and the machine lacks (as root; else it names the command).
# The last line is always "N passed, N failed, N skipped".
set -uo pipefail
cd "$(dirname "$0")"

configuration=Release
rings=()
for argument in "$@"; do
  case "$argument" in
    --long) export SIGNET_LONG=1 ;;
    Libraries | Services | AppHost | Web) rings+=("$argument") ;;
    *) echo "test.sh: '$argument' is neither --long nor a ring (Libraries, Services, AppHost, Web)." >&2; exit 2 ;;
  esac
done
if [ ${#rings[@]} -eq 0 ]; then
  for project in Tests/*.Tests; do rings+=("$(basename "$project" .Tests)"); done
fi

# What a test needs beside the SDK: command, package.
needs=("chromium chromium" "pg_ctl postgresql" "npm npm" "curl curl" "openssl openssl")

has() {
  command -v "$1" >/dev/null 2>&1 || { [ "$1" = pg_ctl ] && compgen -G '/usr/lib/postgresql/*/bin/pg_ctl' >/dev/null; }
}

install_needs() {
  local missing=() need
  for need in "${needs[@]}"; do has "${need% *}" || missing+=("${need#* }"); done
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing ${missing[*]}"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null && return 0
    echo "test.sh: the packages above could not be installed." >&2
  else
    echo "test.sh: the tests need ${missing[*]}. Install them with: sudo apt-get install -y ${missing[*]}" >&2
  fi
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
}

install_needs

echo "Building"
if ! dotnet build aspire.sln --configuration "$configuration" --verbosity quiet --nologo; then
  echo "The solution does not build; no test ran."
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
fi

results=artifacts/test-results
rm -rf "$results"
mkdir -p "$results"
rm -f artifacts/promises.json
passed=0 failed=0 skipped=0

# Reads one number of a run's summary, e.g. "  succeeded: 12".
count() {
  local value
  value=$(sed -n "s/^ *$2: *\([0-9][0-9]*\).*/\1/p" "$1" | tail -1)
  echo "${value:-0}"
}

for ring in "${rings[@]}"; do
  echo
  echo "== $ring"
  log="$results/$ring.log"
  dotnet run --project "Tests/$ring.Tests" --configuration "$configuration" --no-build -- \
    --no-ansi --progress off --report-xunit-trx --report-xunit-trx-filename "$ring.trx" --results-directory "$PWD/$results" 2>&1 | tee "$log"
  exit_code=${PIPESTATUS[0]}
  ring_failed=$(count "$log" failed)
  # A ring that died before its summary, or whose host failed, is a failure too.
  if [ "$exit_code" -ne 0 ] && [ "$ring_failed" -eq 0 ]; then ring_failed=1; echo "The ring $ring ended with exit code $exit_code."; fi
  passed=$((passed + $(count "$log" succeeded)))
  failed=$((failed + ring_failed))
  skipped=$((skipped + $(count "$log" skipped)))
done

if [ "$failed" -gt 0 ]; then
  echo
  echo "Failed:"
  sed -n 's/^failed /  /p' "$results"/*.log
fi
echo
# Without a feed the SDK calls everything clean, so that is not reported as checked.
if [ -z "${SIGNET_ADVISORY_FEED:-}" ]; then
  echo "Advisories: not checked (SIGNET_ADVISORY_FEED names no feed)"
elif ! advisories=$(dotnet list aspire.sln package --vulnerable --include-transitive --format json --source "$SIGNET_ADVISORY_FEED"); then
  echo "Advisories: could not be checked at $SIGNET_ADVISORY_FEED"
  failed=$((failed + 1))
elif grep -q '"vulnerabilities"' <<<"$advisories"; then
  echo "Advisories: found; dotnet list aspire.sln package --vulnerable --include-transitive says which"
  failed=$((failed + 1))
else
  echo "Advisories: none"
fi
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
