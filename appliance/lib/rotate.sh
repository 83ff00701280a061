# shellcheck shell=bash
# New secrets, also in what runs. Order: the new files beside; app and worker stand still; the database's password; the links; then
# the files; then everything starts again. Each step may be done twice, so a rotation that broke off is finished by the next run.

rotate() {
  [ -f "$ROOT/.env" ] || refuse "There are no settings yet: run appliance/configure."
  local names="${rotated[*]}"
  [ -n "$names" ] || names=${SECRET_NAMES# }
  check_names
  read_all
  names=$(without_unused "$names")
  fill_defaults
  check_answers
  fill_secrets "$names"
  check_rotation "$names"
  stage_all
  [[ " $names " != *" backup_passphrase "* ]] || keep_earlier_passphrase
  printf '%s' "$names" >"$STAGE/rotation" || refuse_full_disk
  change_what_runs
  say "Renewed: $names"
  [[ " $names " != *" jvb_auth_password "* ]] || say "Video bridges on other servers need the new JVB_AUTH_PASSWORD of .env."
  [[ " $names " != *" dial_in_secret "* ]] || [ -z "${VALUE[DIAL_IN_NUMBER]}" ] || say "The voice menu needs the new secrets/dial_in_secret."
  [[ " $names " != *" backup_passphrase "* ]] || say "Keep a copy of the new secrets/backup_passphrase outside this server; earlier archives need the earlier one, in secrets/backup_passphrase_earlier."
}

check_names() {
  local name
  for name in "${rotated[@]}"; do
    [[ $SECRET_NAMES == *" $name "* ]] || misuse "\"$name\" is not a secret of ours; these are:$SECRET_NAMES"
  done
}

# While another PostgreSQL is used, ours stands still with the password that it has: it is needed as it is on the day of going back.
without_unused() {
  local rest=" ${1% } "
  [ -z "${VALUE[database_url]:-}" ] || rest=${rest/ postgres_password / }
  [ -n "${rest// /}" ] || refuse "postgres_password is that of our own PostgreSQL, which is not used now. Yours you change there, then here by --database-url-file. Nothing was changed."
  rest=${rest# }
  say "${rest% }"
}

# A secret that lives in the database as well can only change where the database answers.
check_rotation() {
  has_appliance || return 0
  local name
  for name in postgres_password app_secret; do
    [[ " $1 " == *" $name "* ]] || continue
    [ -n "${VALUE[database_url]:-}" ] || is_running postgres ||
      refuse "$name also lives in the database, which does not run: docker compose up -d, then once more. Nothing was changed."
  done
}

# Whether this server has run the appliance: without Docker, or with neither containers nor data, the files are all there is.
has_appliance() {
  command -v docker >/dev/null && docker info >/dev/null 2>&1 || return 1
  [ -n "$(docker ps -aq --filter "label=com.docker.compose.project=$(project)")$(volume postgres-data)" ]
}

keep_earlier_passphrase() {
  { read_secret_file backup_passphrase && echo && read_secret_file backup_passphrase_earlier; } | stage_file secrets/backup_passphrase_earlier 0400
}

change_what_runs() {
  close_stage
  if has_appliance; then
    say "Calls under way break off now; everything is back in about a minute."
    compose stop app worker >/dev/null 2>&1 || true
    change_database || {
      rm -rf "$STAGE"
      compose start app worker >/dev/null 2>&1 || true
      refuse "The database did not take the new secrets (docker compose logs postgres says why). Nothing was changed."
    }
  fi
  finish_rotation
}

# Both or neither: if the links cannot be sealed anew, the old password comes back.
change_database() {
  local names has_password=
  names=" $(cat "$STAGE/rotation") "
  if [[ $names == *" postgres_password "* ]]; then
    has_password=1
    set_database_password "$(cat "$STAGE/files/secrets/postgres_password")" || return 1
  fi
  if [[ $names != *" app_secret "* ]] || reseal_links "$has_password"; then
    : >"$STAGE/database-done"
    return 0
  fi
  [ -z "$has_password" ] || set_database_password "$(read_secret_file postgres_password)"
  return 1
}

# Within the container the local socket is trusted, so no old password is needed; the new one goes by standard input.
set_database_password() {
  # shellcheck disable=SC2016 # the container's own variable
  compose exec -T postgres sh -c 'exec psql -qX -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-balie}" -d postgres' \
    <<<"alter role balie password '$1'" >/dev/null
}

reseal_links() {
  local url=$ROOT/secrets/database_url
  [ -z "$1" ] || url=$STAGE/files/secrets/database_url
  compose run --rm --no-deps -T \
    -v "$STAGE/files/secrets/app_secret:/run/new_app_secret:ro" -v "$url:/run/new_database_url:ro" \
    -e NEW_APP_SECRET_FILE=/run/new_app_secret -e DATABASE_URL_FILE=/run/new_database_url \
    app node backend/dist/reseal.js </dev/null
}

# What an earlier run left complete but unfinished.
finish_earlier() {
  say "An earlier change of the settings broke off; it is finished first."
  if [ -f "$STAGE/rotation" ] && [ ! -e "$STAGE/database-done" ] && has_appliance; then
    read_all
    compose stop app worker >/dev/null 2>&1 || true
    change_database || refuse "The database did not take the new secrets: docker compose up -d postgres, then once more."
  fi
  finish_rotation
}

# The new settings are complete: they become the settings, and what runs starts with them.
finish_rotation() {
  local names=""
  [ ! -f "$STAGE/rotation" ] || names=" $(cat "$STAGE/rotation") "
  commit_stage
  if [ -n "$names" ] && has_appliance; then
    forget_prosody_accounts "$names"
    change_grafana_password "$names"
    start_and_wait --force-recreate || refuse "The secrets are renewed, but not everything is healthy: run appliance/doctor."
  fi
}

# Prosody keeps the password of an account that exists, whatever its environment says; its volume holds nothing else worth keeping.
forget_prosody_accounts() {
  [[ $1 == *" jicofo_auth_password "* || $1 == *" jvb_auth_password "* || $1 == *" jigasi_xmpp_password "* ]] || return 0
  compose rm -sf prosody >/dev/null 2>&1 || true
  local name
  name=$(volume prosody-data)
  [ -z "$name" ] || docker volume rm "$name" >/dev/null
}

# Grafana reads its password only when it makes its database.
change_grafana_password() {
  [[ $1 == *" grafana_password "* ]] && is_running grafana || return 0
  read_secret_file grafana_password | compose exec -T grafana grafana cli admin reset-admin-password --password-from-stdin >/dev/null ||
    say "Grafana kept its earlier password: change it in Grafana itself." >&2
}
