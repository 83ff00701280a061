# shellcheck shell=bash
# Checks of answers: each is silent when the answer will do, else prints how a good one looks.

HOST_NAME='([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])'
ANY_HOST='([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:]+\])'
USER_PART='([^]/@[:space:][]+@)?'

fits() { [[ $1 =~ ^($2)$ ]]; }

check_host() { fits "$1" "$HOST_NAME" || say "needs a full name in small letters, such as balie.voorbeeldegem.be"; }

check_ipv4() { is_ipv4 "$1" || say "needs an IPv4 address, such as 203.0.113.10"; }

is_ipv4() {
  fits "$1" '([0-9]{1,3}\.){3}[0-9]{1,3}' || return 1
  local part
  for part in ${1//./ }; do
    ((10#$part <= 255)) && [ "$part" = "$((10#$part))" ] || return 1
  done
}

# Whether or not this server has IPv6 itself (-A).
is_ipv6() { [[ $1 == *:* ]] && fits "$1" '[0-9A-Fa-f:.]+' && getent -A ahostsv6 "$1" >/dev/null; }

check_ipv6() { is_ipv6 "$1" || say "needs an IPv6 address, such as 2001:db8::10"; }

check_addresses() {
  local one length
  for one in ${1//,/ }; do
    length=32
    is_ipv6 "${one%/*}" && length=128
    if [ $length = 32 ] && ! is_ipv4 "${one%/*}" || { [[ $one == */* ]] && ! is_number "${one#*/}" 0 $length; }; then
      say "needs addresses or networks separated by commas, such as 10.0.0.5,10.1.0.0/16"
      return
    fi
  done
}

# TURN lets its relay out to these one by one, so no whole networks.
check_bridges() {
  local one
  for one in ${1//,/ }; do
    is_ipv4 "$one" || is_ipv6 "$one" || { say "needs addresses separated by commas, such as 203.0.113.11,2001:db8::11" && return; }
  done
}

is_number() { fits "$1" '[0-9]{1,6}' && ((10#$1 >= $2 && 10#$1 <= $3)); }

check_port() { is_number "$1" 1 65535 || say "needs a port number from 1 to 65535"; }

check_email() { is_email "$1" || say "needs an e-mail address, such as ict@voorbeeldegem.be"; }

is_email() { fits "$1" '[^][:space:]@<>,;:"\(\)[]+@'"$HOST_NAME"; }

check_sender() {
  local address=$1
  fits "$1" '[^<>@"]*[^<>@" ] <[^<>]+>' && address=${1##*<} && address=${address%>}
  is_email "$address" || say "needs an address, or a name and an address: Gemeente Voorbeeldegem <balie@voorbeeldegem.be>"
}

check_mail_server() {
  fits "$1" "smtps?://$USER_PART$ANY_HOST(:[0-9]+)?/?([?][A-Za-z0-9=&.]+)?" && has_good_port "$1" ||
    say "needs smtp://mail.voorbeeldegem.be:587 or smtps://user:password@mail.voorbeeldegem.be:465; an @ or / in the password is written %40 or %2F"
}

# The port of an address with a scheme, if it names one, is a port.
has_good_port() {
  local rest=${1#*://}
  rest=${rest##*@}
  rest=${rest%%[/?]*}
  ! [[ $rest =~ :([0-9]+)$ ]] || is_number "${BASH_REMATCH[1]}" 1 65535
}

check_database() {
  fits "$1" "postgres(ql)?://[^]/@[:space:][]+@$ANY_HOST(:[0-9]+)?/[A-Za-z0-9_-]+([?]sslmode=[a-z-]+)?" && has_good_port "$1" ||
    say "needs postgres://user:password@host:5432/name, if need be with ?sslmode=require at the end"
}

check_proxy() {
  fits "$1" "https?://$USER_PART$ANY_HOST:[0-9]+/?" && has_good_port "$1" || say "needs http://host:port, such as http://proxy.voorbeeldegem.be:3128"
}

check_https() { fits "$1" "https://$ANY_HOST(:[0-9]+)?(/[^[:space:]]*)?" || say "needs an address that begins with https://"; }

check_sip_uri() { fits "$1" '[A-Za-z0-9+._-]+@'"$ANY_HOST" || say "needs user@provider, such as 3291234567@sip.example.be"; }

check_time_zone() {
  if ! fits "$1" '[A-Za-z]+(/[A-Za-z0-9_+-]+)*' || { [ -d /usr/share/zoneinfo ] && ! [ -f "/usr/share/zoneinfo/$1" ]; }; then
    say "needs a time zone's name, such as Europe/Brussels"
  fi
}

check_text() { [ ${#1} -le 100 ] || say "needs 100 characters or fewer"; }

check_any() { :; }

check_any_host() { fits "$1" "$ANY_HOST" || say "needs the name or address of a server, such as sip.example.be"; }

check_phone() { fits "$1" '[0-9+][0-9 +()./-]{2,30}' || say "needs a telephone number, such as +32 9 123 45 67"; }

check_secret() { fits "$1" '[A-Za-z0-9]+' || say "needs letters and digits alone: Jitsi's images take nothing else; ask the provider for such a password"; }

check_path() { fits "$1" '/[A-Za-z0-9_./-]*' || say "needs the full path of a folder, such as /var/backups/balie"; }

check_keep() { fits "$1" '[1-9][0-9]{0,3}d([1-9][0-9]{0,2}w)?' || say "needs days, and weeks if you like: 14d or 14d8w"; }

check_age() { fits "$1" 'age1[0-9a-z]{58}' || say "needs the public half of an age key, which begins with age1"; }

# "internal", Caddy's own authority, is for trials.
check_tls() { fits "$1" 'letsencrypt|own|proxy|internal' || say "needs letsencrypt, own or proxy"; }

check_transport() { fits "$1" 'UDP|TCP|TLS' || say "needs UDP, TCP or TLS"; }

check_truth() { fits "$1" 'true|false' || say "needs true or false"; }

check_switch() { fits "$1" 'on|off' || say "needs on or off"; }
