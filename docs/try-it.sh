#!/usr/bin/env bash
# From a token to a saved contact, with nothing but curl. Needs a started AppHost (dotnet run --project AppHost).
#
#   docs/try-it.sh [MAIL.eml]
#
# It signs in as the demo user as a browser would, makes a personal access token for an hour's work, captures the mail with that token, saves what was
# recognised into the first list, prints the contact as JSON and takes the token back. All steps are reported on stderr.
#
#   SIGNET_URL       the web address               (https://signet.localhost:8443)
#   SIGNET_CA        the authority of its certificate (<data folder>/pki/edge/ca.crt)
#   SIGNET_TOKEN     a personal access token of yours: skips the sign-in
#   SIGNET_USER      who signs in                  (demo@signet.localhost)
#   SIGNET_PASSWORD  with which password           (the AppHost's parameter demo-password, from its user secrets)
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
mail=${1:-$here/sample-mail.eml}
web=${SIGNET_URL:-https://signet.localhost:8443}
web=${web%/}
user=${SIGNET_USER:-demo@signet.localhost}
work=$(mktemp -d)
token=${SIGNET_TOKEN:-}
made=

say() { printf '%s\n' "$*" >&2; }
fail() { say "try-it: $*"; exit 1; }

# What was borrowed for this run is given back, however it ends.
finish() {
  if [ -n "$made" ]; then
    browser -X DELETE "$web/api/v1/access-tokens/$made" -o /dev/null || say "The token $made could not be taken back; it expires by itself tomorrow."
    browser -X POST "$web/signout" -o /dev/null || say "The demo session could not be ended; it expires by itself."
  fi
  rm -rf "$work"
}
trap finish EXIT

if [ -n "${SIGNET_CA:-}" ]; then authority=$SIGNET_CA
elif [ "$(id -u)" = 0 ]; then authority=/var/lib/signet/pki/edge/ca.crt
else authority=${XDG_DATA_HOME:-$HOME/.local/share}/signet/pki/edge/ca.crt
fi
[ -r "$mail" ] || fail "There is no readable file '$mail'. Name a mail (.eml), or none for our sample."
[ -r "$authority" ] || fail "No certificate authority at $authority. The AppHost makes it at its first start; name yours in SIGNET_CA."

# Names under .localhost are this machine; older curls do not know that.
host=${web#https://}; port=${host##*:}; host=${host%%:*}
[ "$port" != "$host" ] || port=443
resolve=()
case $host in *.localhost) resolve=(--resolve "$host:$port:127.0.0.1" --resolve "id.$host:$port:127.0.0.1") ;; esac
id=https://id.$host:$port

# http ARGS...: the answer's body is in $work/body, its status in $status.
http() {
  local code=0
  status=$(curl --silent --show-error --max-time 60 --cacert "$authority" ${resolve[@]+"${resolve[@]}"} \
    --output "$work/body" --write-out '%{http_code}' "$@" 2> "$work/error") || code=$?
  case $code in
    0) ;;
    6|7) fail "Nothing answers at $web. Start it with: dotnet run --project AppHost" ;;
    60|77) fail "The certificate of $web was not made by $authority. Name the right authority in SIGNET_CA." ;;
    *) fail "$(cat "$work/error")" ;;
  esac
}

# must STATUS WHAT: ends with the problem's own words when the answer is another.
must() {
  [ "$status" = "$1" ] && return
  local title detail
  title=$(text title); detail=$(text detail)
  fail "$2 was answered with $status. ${title:-$(head -c 200 "$work/body")}${detail:+: $detail}"
}

# text NAME: the first string of that name in the JSON answer. Quotes inside of strings are escaped, so the pattern matches names only.
text() { sed -n "s/.*[{,]\"$1\":\"\([^\"]*\)\".*/\1/p" "$work/body" | head -n 1; }

# hidden NAME: the value of a hidden field of the page.
hidden() {
  grep -o "<input[^>]*name=\"$1\"[^>]*>" "$work/body" | head -n 1 | sed -e 's/.*value="\([^"]*\)".*/\1/' \
    -e 's/&#x2B;/+/g' -e 's/&#x27;/'"'"'/g' -e 's/&quot;/"/g' -e 's/&lt;/</g' -e 's/&gt;/>/g' -e 's/&amp;/\&/g'
}

# The session cookie makes changes only together with what other sites cannot send along.
browser() {
  curl --silent --show-error --fail --max-time 60 --cacert "$authority" ${resolve[@]+"${resolve[@]}"} --cookie "$work/jar" --cookie-jar "$work/jar" \
    --header "Origin: $web" --header 'Signet-Request: 1' "$@"
}

password() {
  if [ -n "${SIGNET_PASSWORD:-}" ]; then printf '%s' "$SIGNET_PASSWORD"; return; fi
  command -v dotnet > /dev/null || fail "Set SIGNET_PASSWORD to the demo password that the AppHost prints."
  dotnet user-secrets list --project "$here/../AppHost" 2> /dev/null | sed -n 's/^Parameters:demo-password = //p' | tr -d '\r\n'
}

sign_in() {
  local page=(--location --cookie "$work/jar" --cookie-jar "$work/jar") secret
  secret=$(password)
  [ -n "$secret" ] || fail "The AppHost has no demo password in its user secrets yet. Start it once, or set SIGNET_PASSWORD."

  say "Sign in as $user"
  http "${page[@]}" "$web/signin?returnUrl=/api/v1/me"
  must 200 "The sign-in page"
  http "${page[@]}" --data-urlencode "Address=$user" --data-urlencode "ReturnUrl=$(hidden ReturnUrl)" \
    --data-urlencode "__RequestVerificationToken=$(hidden __RequestVerificationToken)" "$id/signin"
  must 200 "The page for the password"
  # Through a pipe: arguments can be seen by every user of the machine.
  http "${page[@]}" --data-urlencode "State=$(hidden State)" --data-urlencode "__RequestVerificationToken=$(hidden __RequestVerificationToken)" \
    --data-urlencode Password@- "$id/signin/password" < <(printf '%s' "$secret")
  [ "$status" != 422 ] || fail "The sign-in was refused: wrong password, or too many attempts (then wait 15 minutes). Try again, or set SIGNET_PASSWORD."
  must 200 "The sign-in"

  say "Make a personal access token"
  http --cookie "$work/jar" --header "Origin: $web" --header 'Signet-Request: 1' --header 'Content-Type: application/json' --data \
    '{"name":"docs/try-it.sh","scopes":["lists.read","captures.write","contacts.read","contacts.write"],"expiresInDays":1}' "$web/api/v1/access-tokens"
  must 201 "The new token"
  made=$(text id); token=$(text token)
  [ -n "$token" ] || fail "The answer has no token in it."
}

# api ARGS...: like http, with the token; from a file, for the same reason as above.
api() { http --header @"$work/authorization" "$@"; }
key() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

[ -n "$token" ] || sign_in
(umask 077; printf 'Authorization: Bearer %s\n' "$token" > "$work/authorization")

say "Choose a list"
api "$web/api/v1/lists"
must 200 "The lists"
list=$(sed -n 's/.*"items":\[{"id":"\([^"]*\)".*/\1/p' "$work/body")
[ -n "$list" ] || fail "There is no list yet. Make one in the web app."

say "Capture $(basename "$mail")"
api --header 'Content-Type: message/rfc822' --header "Idempotency-Key: $(key)" --data-binary @"$mail" "$web/api/v1/captures/mail?region=DE"
must 201 "The capture"
draft=$(text draftId)

api "$web/api/v1/drafts/$draft"
must 200 "The draft"
# All fields as they were recognised; each names the draft's field, so that the contact keeps where it came from.
fields=$(sed -n 's/.*"fields":\[\(.*\)\],"duplicates".*/\1/p' "$work/body" | sed 's/"id":/"draftFieldId":/g')
[ -n "$fields" ] || fail "The draft has no fields."

say "Save"
printf '{"draftId":"%s","listId":"%s","fields":[%s]}' "$draft" "$list" "$fields" > "$work/save"
api --header 'Content-Type: application/json' --header "Idempotency-Key: $(key)" --data-binary @"$work/save" "$web/api/v1/contacts"
must 201 "The contact"
cat "$work/body"
printf '\n'
