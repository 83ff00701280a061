# shellcheck shell=bash
# What lies in this folder: settings, secrets, certificates, and the backups made of it.

NEEDED="BALIE_DOMAIN BALIE_VERSION MUNICIPALITY_NAME ADMIN_EMAIL TZ MAIL_FROM TLS_MODE PUBLIC_IP JITSI_APP_SECRET COUNTER_CONTROL_SECRET JICOFO_AUTH_PASSWORD JVB_AUTH_PASSWORD TURN_CREDENTIALS"
NEEDED_FOR_PHONE="JIGASI_XMPP_PASSWORD SIP_URI SIP_PASSWORD SIP_SERVER"

has_settings() { [ -f "$ROOT/.env" ] || { not_checked "there is no .env: see settings-file" && return 1; }; }

mode_of() { stat -c %a "$1"; }

check_settings_file() {
  [ -e "$ROOT/.env" ] || { fault "there is no .env in $ROOT" "Run appliance/configure, then docker compose up -d." && return; }
  [ -r "$ROOT/.env" ] || { fault ".env cannot be read" "Run this as root, or as the owner of $ROOT." && return; }
  local mode
  mode=$(mode_of "$ROOT/.env")
  [ "$mode" = 600 ] || { fault ".env holds secrets and others may read it (mode $mode)" "chmod 600 $ROOT/.env" && return; }
  ok "$ROOT/.env, for its owner alone"
}

check_secrets() {
  has_settings || return 0
  local folder=$ROOT/secrets one name mode missing='' closed=''
  [ -d "$folder" ] || { fault "there is no folder secrets" "Run appliance/configure: it makes what is missing (or restore a backup, so that links in old mails go on working)." && return; }
  mode=$(mode_of "$folder")
  [ "$mode" = 700 ] || { fault "others may look into the folder secrets (mode $mode)" "chmod 700 $folder" && return; }
  for name in smtp_url database_url $(file_secrets); do [ -s "$folder/$name" ] || missing+="${missing:+, }$name"; done
  [ -z "$missing" ] || { fault "missing or empty in secrets: $missing" "Run appliance/configure, then docker compose up -d." && return; }
  # Containers run as users of their own; the folder keeps everybody else out.
  for name in smtp_url database_url $(file_secrets); do
    [ "$name" = backup_passphrase ] || [[ $(mode_of "$folder/$name") == *[4567] ]] || closed=$name
  done
  [ -z "$closed" ] || { fault "the containers cannot read secrets/$closed (mode $(mode_of "$folder/$closed"))" "chmod 444 $folder/$closed, then docker compose up -d." && return; }
  for one in "${SECRETS[@]}"; do
    name=${one%|*}
    [ "${one#*|}" != both ] || [ "$(cat "$folder/$name")" = "${SETTING[${name^^}]:-}" ] ||
      { fault "secrets/$name and ${name^^} in .env are not the same" "Run appliance/configure (the file holds), then docker compose up -d." && return; }
  done
  ok "all are there, for their owner alone"
}

file_secrets() {
  local one
  for one in "${SECRETS[@]}"; do [ "${one#*|}" = env ] || say "${one%|*}"; done
}

check_names() {
  has_settings || return 0
  local name missing='' names=$NEEDED odd=''
  [[ ",${SETTING[COMPOSE_PROFILES]:-}," != *,phone,* ]] || names+=" $NEEDED_FOR_PHONE"
  for name in $names; do
    [ -n "${SETTING[$name]:-}" ] || missing+="${missing:+, }$name"
    [[ $name != *SECRET && $name != *PASSWORD && $name != *CREDENTIALS ]] || [[ ${SETTING[$name]:-} =~ ^[A-Za-z0-9]*$ ]] || odd+="${odd:+, }$name"
  done
  [ -z "$missing" ] || { fault "missing or empty in .env: $missing" "Run appliance/configure, then docker compose up -d." && return; }
  [ -z "$odd" ] || { fault "$odd holds more than letters and digits, which Jitsi's images cannot take" "appliance/configure --rotate ${odd//,/}" && return; }
  ok "every setting that must be there is there"
}

check_certificate_files() {
  local chain=$ROOT/certs/fullchain.pem key=$ROOT/certs/privkey.pem name
  [ "${SETTING[TLS_MODE]:-}" = own ] || { not_checked "no certificate of your own is configured" && return; }
  local put="Put the certificate with its chain in certs/fullchain.pem and its key in certs/privkey.pem, then docker compose restart caddy."
  [ -s "$chain" ] && [ -s "$key" ] || { fault "certs/fullchain.pem or certs/privkey.pem is missing" "$put" && return; }
  openssl x509 -in "$chain" -noout 2>/dev/null || { fault "certs/fullchain.pem is no certificate in PEM form" "$put" && return; }
  [ "$(openssl x509 -in "$chain" -noout -pubkey 2>/dev/null)" = "$(openssl pkey -in "$key" -pubout 2>/dev/null </dev/null)" ] ||
    { fault "certs/privkey.pem is not the key of certs/fullchain.pem, or has a password" "$put" && return; }
  openssl x509 -in "$chain" -noout -checkend 0 >/dev/null || { fault "the certificate in certs has expired" "$put" && return; }
  for name in "${SETTING[BALIE_DOMAIN]:-}" "${SETTING[TURN_DOMAIN]:-turn.${SETTING[BALIE_DOMAIN]:-}}"; do
    openssl x509 -in "$chain" -noout -checkhost "$name" | grep -q 'does match' || { fault "the certificate in certs is not for $name" "Get one for both names. $put" && return; }
  done
  ok "certificate and key fit, and each other"
}

check_backup() {
  has_settings || return 0
  local folder=${SETTING[BACKUP_TO]:-/var/backups/balie} newest stamp hours
  local make="Run appliance/backup now, and appliance/backup --install-timer for every night."
  newest=$(list_archives "$folder" | head -n 1)
  [ -n "$newest" ] || { warning "there is no backup in $folder" "$make" && return; }
  stamp=${newest#balie-}
  stamp="${stamp:0:8} ${stamp:9:2}:${stamp:11:2}:${stamp:13:2} UTC"
  hours=$((($(date +%s) - $(date -u -d "$stamp" +%s 2>/dev/null || say 0)) / 3600))
  ((hours < 72)) || { fault "the last backup in $folder is $((hours / 24)) days old" "$make systemctl status balie-backup says why it did not come." && return; }
  ((hours < 30)) || { warning "the last backup in $folder is $hours hours old" "$make" && return; }
  ok "the last one is $hours hours old, in $folder"
}
