#!/usr/bin/env bash
# Runs the steps of the Dockerfile without a Docker engine: reads its instructions, carries them out in an empty folder with the files that git knows, starts the
# result as a user that may write to the data folder only, runs the image's own health check, looks at the page and stops.
# Left out are the base images: the SDK, the runtime and Node.js are those of this machine.
#
#   deploy/image-steps.sh [port]      default 5080, the port of the image
set -euo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
port=${1:-5080}
root=$(mktemp -d)
server=''
cleanup() {
  [ -z "$server" ] || kill -TERM "$server" 2>/dev/null || true
  chmod -R u+w "$root" && rm -rf "$root"
}
trap cleanup EXIT
fail() { echo "FAILED: $*" >&2; [ ! -s "$root/server.log" ] || tail -20 "$root/server.log" >&2; exit 1; }

chmod 755 "$root"
mkdir -p "$root/context" "$root/home"
(cd "$repository" && git ls-files -z -- . ':!AraWeb.Tests' ':!docs' ':!deploy' ':!*.md' | tar -c --null -T - --ignore-failed-read) | tar -x -C "$root/context"

export APP_UID=1654 DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
stage='' directory='' entrypoint='' health='' user=''
declare -a environment=()

# The absolute paths of the image, moved under the empty folder.
inside() { sed -E "s#(^|[ =\"])/(src|app|data)\b#\1$root/\2#g" <<<"$1"; }

step() { # one instruction and its arguments
  local keyword=$1 arguments=$2 words
  case $keyword in
    FROM) stage=${arguments##* AS } directory=''; echo "== $stage" ; return ;;
    HEALTHCHECK) health=${arguments#*CMD }; return ;;
  esac
  [ "$stage" != node ] || return 0
  arguments=$(inside "$arguments")
  case $keyword in
    WORKDIR) directory=$arguments; mkdir -p "$directory" ;;
    COPY)
      [[ $arguments != --from=node* ]] || return 0
      if [[ $arguments == --from=* ]]; then return 0; fi # the same folder is both /app of the build and /app of the image
      read -ra words <<<"$arguments"
      local target=$directory/${words[-1]}
      unset 'words[-1]'
      mkdir -p "$target"
      (cd "$root/context" && if [ "${words[0]}" = . ]; then cp -a . "$target"; else cp -a "${words[@]}" "$target"; fi) ;;
    RUN)
      [[ $arguments != *npm-cli.js* ]] || return 0
      [[ $arguments != *chown* ]] || [ "$(id -u)" = 0 ] || arguments=${arguments%% && chown*}
      echo "-- $arguments"
      (cd "${directory:-$root}" && bash -euc "$arguments") >"$root/step.log" 2>&1 </dev/null || { tail -30 "$root/step.log"; fail "$arguments"; } ;;
    ENV) environment+=("$arguments") ;;
    USER) user=$(eval "echo $arguments") ;;
    ENTRYPOINT) entrypoint=$arguments ;;
    VOLUME | EXPOSE) ;;
    *) fail "the Dockerfile has an instruction that this script does not know: $keyword" ;;
  esac
}

while read -r keyword arguments; do
  case $keyword in '' | \#*) continue ;; esac
  step "$keyword" "$arguments"
done <"$repository/Dockerfile"

# ["a", "b"] as words; none of the image's has a quote or a comma inside but the health check's script.
read -ra command < <(sed 's/^\[//; s/\]$//; s/", "/" "/g; s/"//g' <<<"$entrypoint")
[ "${#command[@]}" -gt 0 ] && [ -n "$user" ] && [ -n "$health" ] || fail "the Dockerfile lacks ENTRYPOINT, USER or HEALTHCHECK"
[ "$user" != 0 ] && [ "$user" != root ] || fail "the image would run as root"

chmod -R a-w "$root/app"
as_user=()
if [ "$(id -u)" = 0 ]; then
  chown "$user" "$root/home"
  as_user=(setpriv --reuid "$user" --regid "$user" --clear-groups)
fi

echo "== start as user $user, with a read-only program folder"
(
  cd "$root/app"
  exec env -i PATH="$PATH" HOME="$root/home" ${DOTNET_ROOT:+DOTNET_ROOT="$DOTNET_ROOT"} "${environment[@]}" \
    ARA_Server__Url="http://localhost:$port" "${as_user[@]}" "${command[@]}" >"$root/server.log" 2>&1 </dev/null
) &
server=$!

# The script of the health check, taken out of its JSON form.
check=$(sed -E 's/^\["bash", "-c", "(.*)"\]$/\1/; s/\\\\/\\/g' <<<"$health")
check=${check//5080/$port}
for second in $(seq 1 60); do
  kill -0 "$server" 2>/dev/null || fail "the program ended"
  if bash -c "$check" 2>/dev/null; then echo "healthy after $second s"; healthy=1; break; fi
  sleep 1
done
[ -n "${healthy:-}" ] || fail "the health check did not pass within a minute"

for path in / /_framework/blazor.web.js; do
  code=$(curl -s -o "$root/answer" -w '%{http_code}' "http://localhost:$port$path")
  [ "$code" = 200 ] && [ -s "$root/answer" ] || fail "GET $path answered $code"
  echo "GET $path: $code, $(wc -c <"$root/answer") bytes"
done
curl -s "http://localhost:$port/" >"$root/page.html"
for path in $(grep -oE '(href|src)="[^"]+\.(css|js)"' "$root/page.html" | sed -E 's/^[a-z]+="//; s/"$//' | sort -u); do
  code=$(curl -s -o /dev/null -w '%{http_code}' "http://localhost:$port/${path#/}")
  [ "$code" = 200 ] || fail "the page names $path, which answers $code"
  echo "GET $path: $code"
done
[ -n "$(ls -A "$root/data")" ] || fail "nothing was written to the data folder"
echo "the data folder holds: $(ls "$root/data" | tr '\n' ' ')"

kill -TERM "$server"
for _ in $(seq 1 20); do kill -0 "$server" 2>/dev/null || break; sleep 0.5; done
kill -0 "$server" 2>/dev/null && fail "the program did not stop within ten seconds"
wait "$server" && code=0 || code=$?
server=''
[ "$code" = 0 ] || fail "the program stopped with exit code $code"
echo "stopped cleanly; all steps of the Dockerfile pass"
