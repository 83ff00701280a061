# shellcheck shell=bash
# The checks that run within the appliance's own networks: backend/dist/doctor.js, in a container of the app's image that ends with it.

INSIDE_CHECKS="settings dns dns-turn certificate certificate-turn pages jitsi-paths database database-clock mail test-mail prosody token call media-port turn-udp turn-tls turn-given phone outside"
INSIDE_SECONDS=120
# Settings that the app does without; by the environment, so that no password stands on a command line.
SURROUNDINGS="TLS_MODE PUBLIC_IP PUBLIC_IPV6 ACME_CA OUTGOING_PROXY SIP_URI"

chosen_inside() {
  local name
  for name in $INSIDE_CHECKS; do ! is_chosen "$name" || say "$name"; done
}

# Prints why the checks cannot run at all.
obstacle() {
  [ -f "$ROOT/.env" ] || { say "there is no .env: see settings-file" && return; }
  [ -d "$ROOT/secrets" ] || { say "there are no secrets: see secrets" && return; }
  command -v docker >/dev/null && timeout 10 docker info >/dev/null 2>&1 || { say "Docker does not answer: see docker" && return; }
  timeout 10 docker image inspect "$(image_of app)" >/dev/null 2>&1 || say "the image $(image_of app) is not here: see images"
}

start_inside() {
  INSIDE_NAMES=$(chosen_inside)
  [ -n "$INSIDE_NAMES" ] || return 0
  OBSTACLE=$(obstacle)
  [ -z "$OBSTACLE" ] || return 0
  run_inside >"$WORK/inside" 2>"$WORK/inside.errors" </dev/null &
  JOBS["inside"]=$!
}

run_inside() {
  local name
  local -a flags=(-e TURN_DOMAIN -e TURN_CREDENTIALS_FILE=/run/secrets/turn_credentials -v "$ROOT/secrets/turn_credentials:/run/secrets/turn_credentials:ro")
  for name in $SURROUNDINGS; do
    export "$name=${SETTING[$name]:-}"
    flags+=(-e "$name")
  done
  export TURN_DOMAIN=${SETTING[TURN_DOMAIN]:-turn.${SETTING[BALIE_DOMAIN]:-}}
  cd "$ROOT" && exec timeout -k 5 "$INSIDE_SECONDS" docker compose --progress quiet run --rm --no-deps -T "${flags[@]}" app \
    node backend/dist/doctor.js --only "${INSIDE_NAMES//$'\n'/,}" ${mail:+--mail "$mail"}
}

# What was told is told on; of the others it is said that they were not.
tell_inside() {
  [ -n "$INSIDE_NAMES" ] || return 0
  [[ ! -v JOBS["inside"] ]] || wait "${JOBS["inside"]}"
  local line name told=' '
  while IFS= read -r line; do
    [[ $line =~ $FINDING ]] || continue
    told+="${BASH_REMATCH[1]} "
    printf '%s\t%s\t%s\t%s\n' "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" "$(unescape "${BASH_REMATCH[3]}")" "$(unescape "${BASH_REMATCH[5]}")" >>"$WORK/told"
  done < <(cat "$WORK/inside" 2>/dev/null)
  for name in $INSIDE_NAMES; do
    [[ $told == *" $name "* ]] || CHECK=$name not_checked "${OBSTACLE:-its container did not answer: $(tail -n 1 "$WORK/inside.errors")}" >>"$WORK/told"
  done
  show <"$WORK/told"
}

# {"check":"…","state":"…","seen":"…","mend":"…"}, as doctor.js always writes it.
FINDING='^\{"check":"([a-z0-9-]+)","state":"([a-z_]+)","seen":"(([^"\\]|\\.)*)","mend":"(([^"\\]|\\.)*)"\}$'

unescape() {
  local text=${1//\\\"/\"}
  printf '%s' "${text//\\\\/\\}"
}
