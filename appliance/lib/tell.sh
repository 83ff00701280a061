# shellcheck shell=bash
# What configure tells: the settings without their secrets, and what comes next.

show_settings() {
  local name
  [ -f "$ROOT/.env" ] || refuse "There are no settings yet: run appliance/configure."
  for name in $SETTING_NAMES; do
    if [[ $name == SIP_PASSWORD || $SECRET_NAMES == *" ${name,,} "* ]]; then
      say "$name: ${VALUE[$name]:+set}"
    else
      say "$name: ${VALUE[$name]}"
    fi
  done
  say "Mail server: $(without_password "${VALUE[smtp_url]}")"
  say "Database: $(without_password "${VALUE[database_url]:-our own PostgreSQL}")"
}

without_password() {
  if [[ $1 =~ ^([a-z]+://[^:@/]+):[^@/]*@(.*)$ ]]; then
    say "${BASH_REMATCH[1]}:…@${BASH_REMATCH[2]}"
  else
    say "$1"
  fi
}

tell_next() {
  local changed=$1 was_there=$2
  if [ -z "$changed" ]; then
    say "Nothing changed: the settings are as you say already."
  elif [ -n "$was_there" ]; then
    say "Changed: ${changed//$'\n'/, }"
    say "Next: docker compose up -d$([[ $changed != *secrets/* ]] || say " --force-recreate")"
  else
    say "The settings are in .env, the secrets in secrets/."
    say "Keep a copy of secrets/backup_passphrase outside this server: without it no backup can be opened."
    say "Next: docker compose up -d"
    say "Then the first administrator's one-time link: docker compose run --rm app node backend/dist/administer.js"
  fi
  tell_certificate
}

tell_certificate() {
  [ "${VALUE[TLS_MODE]}" = own ] && ! { [ -s "$ROOT/certs/fullchain.pem" ] && [ -s "$ROOT/certs/privkey.pem" ]; } || return 0
  say "Put your certificate in certs/fullchain.pem and its key in certs/privkey.pem; it must hold ${VALUE[BALIE_DOMAIN]} and ${VALUE[TURN_DOMAIN]}."
}
