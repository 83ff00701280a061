# shellcheck shell=bash
# What configure asks: flag, name, check, and the question. A name in small letters is not a line of .env:
# smtp_url and database_url are files in secrets/, monitoring is a profile.

ANSWERS=(
  "domain|BALIE_DOMAIN|host|Address of the counter, without https:// (such as balie.voorbeeldegem.be)"
  "municipality|MUNICIPALITY_NAME|text|Name of the municipality, as citizens read it"
  "phone|MUNICIPALITY_PHONE|phone|Telephone number for citizens whose video call fails (may be empty)"
  "admin-email|ADMIN_EMAIL|email|E-mail address of the administrator"
  "time-zone|TZ|time_zone|Time zone"
  "mail-server|smtp_url|mail_server|Mail server (smtp://host:587 or smtps://user:password@host:465)"
  "mail-from|MAIL_FROM|sender|Sender of the mails"
  "public-ip|PUBLIC_IP|ipv4|IPv4 address at which browsers reach this server"
  "public-ipv6|PUBLIC_IPV6|ipv6|IPv6 address at which browsers reach this server (may be empty)"
  "turn-domain|TURN_DOMAIN|host|Second name for this server, for calls from strict networks"
  "bridge-addresses|BRIDGE_ADDRESSES|bridges|Addresses of further video bridges, on other servers (empty: none)"
  "tls|TLS_MODE|tls|Certificate: letsencrypt, own (files in certs/), or proxy (the municipality's proxy has it)"
  "acme-email|ACME_EMAIL|email|Address to which the certificate authority writes (may be empty)"
  "acme-ca|ACME_CA|https|Other certificate authority's directory (empty: Let's Encrypt)"
  "trusted-proxies|TRUSTED_PROXIES|addresses|Addresses of the municipality's proxy"
  "listen-address|LISTEN_ADDRESS|ipv4|The one of this server's addresses that answers (empty: all)"
  "enable-ipv6|ENABLE_IPV6|truth|IPv6 for the containers, Docker 27 or newer: true or false"
  "authorities-file|AUTHORITIES_FILE|path|Authorities trusted when going out (a file of this server; empty: the usual ones)"
  "database-url|database_url|database|PostgreSQL of your own (postgres://user:password@host:5432/name; empty: ours)"
  "outgoing-proxy|OUTGOING_PROXY|proxy|Proxy through which this server reaches the internet (may be empty)"
  "sip-uri|SIP_URI|sip_uri|SIP account for calling interpreters by phone (user@provider; may be empty)"
  "sip-password|SIP_PASSWORD|secret|Password of the SIP account"
  "sip-server|SIP_SERVER|any_host|Server of the SIP provider"
  "sip-port|SIP_PORT|port|Port of the SIP provider"
  "sip-transport|SIP_TRANSPORT|transport|Transport to the SIP provider: UDP, TCP or TLS"
  "dial-in-number|DIAL_IN_NUMBER|phone|Number at which interpreters and citizens dial in, answered by your voice menu (may be empty)"
  "oidc-issuer|OIDC_ISSUER|https|Identity provider (https://…; may be empty)"
  "oidc-client-id|OIDC_CLIENT_ID|text|Our name at the identity provider"
  "monitoring|monitoring|switch|Monitoring with Prometheus and Grafana: on or off"
  "backup-to|BACKUP_TO|path|Folder for backups"
  "backup-keep|BACKUP_KEEP|keep|How long backups are kept (14d8w: every one for 14 days, one a week for 8 weeks)"
  "backup-command|BACKUP_COMMAND|any|Command that takes each backup elsewhere; it gets the file's path (may be empty)"
  "backup-age-recipient|BACKUP_AGE_RECIPIENT|age|age key for backups (empty: the passphrase that this makes)"
)
REQUIRED=" BALIE_DOMAIN MUNICIPALITY_NAME ADMIN_EMAIL TZ smtp_url MAIL_FROM PUBLIC_IP TURN_DOMAIN TLS_MODE monitoring BACKUP_TO BACKUP_KEEP "
# Addresses whose password is asked apart and hidden.
ADDRESSES_WITH_PASSWORD=" smtp_url database_url "

declare -A NAME_OF=() CHECK_OF=() QUESTION_OF=()
ANSWER_ORDER=()
for answer in "${ANSWERS[@]}"; do
  IFS='|' read -r flag name check question <<<"$answer"
  ANSWER_ORDER+=("$name")
  NAME_OF[$flag]=$name CHECK_OF[$name]=check_$check QUESTION_OF[$name]=$question
done
unset answer flag name check question

# Whether this answer matters beside the others.
is_asked() {
  case $1 in
    ACME_EMAIL) [ "${VALUE[TLS_MODE]}" = letsencrypt ] ;;
    TRUSTED_PROXIES) [ "${VALUE[TLS_MODE]}" = proxy ] ;;
    SIP_PASSWORD | SIP_SERVER | SIP_PORT | SIP_TRANSPORT | DIAL_IN_NUMBER) [ -n "${VALUE[SIP_URI]:-}" ] ;;
    OIDC_CLIENT_ID) [ -n "${VALUE[OIDC_ISSUER]:-}" ] ;;
    ENABLE_IPV6) [ -n "${VALUE[PUBLIC_IPV6]:-}" ] ;;
    # Few need these: they are kept, and changed by their flag.
    ACME_CA | LISTEN_ADDRESS | AUTHORITIES_FILE | BRIDGE_ADDRESSES) [ -n "${VALUE[$1]:-}" ] ;;
  esac
}

is_required() {
  case $1 in
    TRUSTED_PROXIES | SIP_PASSWORD | SIP_SERVER | SIP_PORT | SIP_TRANSPORT | OIDC_CLIENT_ID) is_asked "$1" ;;
    *) [[ $REQUIRED == *" $1 "* ]] ;;
  esac
}

default_of() {
  local domain=${VALUE[BALIE_DOMAIN]:-}
  case $1 in
    MUNICIPALITY_NAME) name_from_domain "$domain" ;;
    TZ) default_time_zone ;;
    MAIL_FROM) say "$(tr -d '<>@",;:()[]' <<<"${VALUE[MUNICIPALITY_NAME]:-}") <balie@$(mail_domain "$domain")>" ;;
    PUBLIC_IP) public_address "$domain" ;;
    TURN_DOMAIN) say "turn.$domain" ;;
    TLS_MODE) say letsencrypt ;;
    ACME_EMAIL) ! is_asked ACME_EMAIL || say "${VALUE[ADMIN_EMAIL]:-}" ;;
    SIP_SERVER) ! is_asked SIP_SERVER || say "${VALUE[SIP_URI]##*@}" ;;
    SIP_PORT) ! is_asked SIP_PORT || say 5060 ;;
    SIP_TRANSPORT) ! is_asked SIP_TRANSPORT || say UDP ;;
    monitoring) say off ;;
    BACKUP_TO) say /var/backups/balie ;;
    BACKUP_KEEP) say 14d8w ;;
  esac
}

# A server's own zone is often UTC, which is no municipality's.
default_time_zone() {
  local zone
  zone=$(cat /etc/timezone 2>/dev/null) || true
  case $zone in
    '' | *UTC | *GMT) say Europe/Brussels ;;
    *) say "$zone" ;;
  esac
}

# balie.voorbeeldegem.be → Gemeente Voorbeeldegem
name_from_domain() {
  local name=${1%.*}
  name=${name##*.}
  [ -z "$name" ] || say "Gemeente ${name^}"
}

# balie.voorbeeldegem.be → voorbeeldegem.be; voorbeeldegem.be stays.
mail_domain() { if [[ ${1#*.} == *.* ]]; then say "${1#*.}"; else say "$1"; fi; }

# What DNS says of the name is what browsers use; before DNS is set, the address with which this server goes out.
public_address() {
  local found
  found=$(getent ahostsv4 "$1" 2>/dev/null | awk '{ print $1; exit }') || true
  [ -n "$found" ] || found=$(ip -4 route get 192.0.2.1 2>/dev/null | sed -n 's/.* src \([0-9.]*\).*/\1/p') || true
  say "$found"
}
