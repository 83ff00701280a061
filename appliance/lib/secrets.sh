# shellcheck shell=bash
# The secrets: which there are, where each is kept, and how one is made.
# Our own containers read files in secrets/; Jitsi's images take theirs by environment alone, so those are in .env too.

# name|kept in: file, env or both
SECRETS=(
  "postgres_password|file"
  "app_secret|file"
  "jitsi_app_secret|both"
  "counter_control_secret|both"
  "jicofo_auth_password|env"
  "jvb_auth_password|env"
  "jigasi_xmpp_password|env"
  "turn_credentials|both"
  "metrics_token|file"
  "dial_in_secret|file"
  "backup_passphrase|file"
  "grafana_password|file"
)
# shellcheck disable=SC2034 # doctor does without
SECRET_NAMES=" ${SECRETS[*]%%|*} "
declare -A SECRET=() # by name, as it shall be

# 48 letters and digits, 285 bits.
new_secret() {
  local letters=
  while [ ${#letters} -lt 48 ]; do
    letters+=$(openssl rand 128 | LC_ALL=C tr -dc 'A-Za-z0-9') || refuse "openssl is missing: install it (apt-get install openssl) and start again."
  done
  printf '%s' "${letters:0:48}"
}

# The secret as it is kept now; the file wins over .env, where an editor may have slipped.
kept_secret() {
  local name=$1 kept=$2
  if [ "$kept" != env ] && [ -s "$ROOT/secrets/$name" ]; then
    cat "$ROOT/secrets/$name"
  elif [ "$kept" != file ]; then
    printf '%s' "${SETTING[${name^^}]:-}"
  fi
}

# Fills SECRET with what is kept, and with new ones for the names given and for what is missing.
fill_secrets() {
  local one name kept
  for one in "${SECRETS[@]}"; do
    name=${one%|*} kept=${one#*|}
    [[ " $* " == *" $name "* ]] || SECRET[$name]=$(kept_secret "$name" "$kept")
    [ -n "${SECRET[$name]:-}" ] || SECRET[$name]=$(new_secret)
    [ "$kept" = file ] || VALUE[${name^^}]=${SECRET[$name]}
  done
  SECRET[smtp_url]=${VALUE[smtp_url]}
  SECRET[database_url]=${VALUE[database_url]:-"postgres://balie:${SECRET[postgres_password]}@postgres:5432/balie"}
}
