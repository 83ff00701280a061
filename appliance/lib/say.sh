# shellcheck shell=bash
# How the operator's commands speak: one plain sentence per failure, and what to do.

say() { printf '%s\n' "$*"; }

# Exit 1: a check failed, nothing was changed.
refuse() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Exit 2: the command was used in a wrong way.
misuse() {
  printf '%s\nSee %s --help.\n' "$*" "${0##*/}" >&2
  exit 2
}

# The comment at the head of a command is its help.
show_help() {
  sed -n '2,/^[^#]/{/^#/s/^# \{0,1\}//p}' "$0"
}

# Two that change the same things at once would spoil both; a command that calls another one hands its lock on.
take_lock() {
  [ -z "${BALIE_OPERATOR_LOCK:-}" ] || return 0
  exec 9>"$ROOT/.operator.lock" || refuse "$ROOT cannot be written: run this as root or as the owner of that folder."
  flock -n 9 || refuse "Another operator command (configure, backup, restore or upgrade) is at work: wait until it has ended."
  export BALIE_OPERATOR_LOCK=$$
}
