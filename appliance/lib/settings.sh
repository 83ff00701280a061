# shellcheck shell=bash
# The file .env, read and written so that Compose reads the same and lines that are not ours stay as they are; and the files in secrets/.

declare -A SETTING=() # by name, as .env says
declare -A VALUE=() # by name, as it shall be
SETTING_LINE='^([A-Z][A-Z0-9_]*)=(.*)$'

read_settings() {
  SETTING=()
  local line
  [ -f "$1" ] || return 0
  while IFS= read -r line || [ -n "$line" ]; do
    [[ $line =~ $SETTING_LINE ]] && SETTING[${BASH_REMATCH[1]}]=$(unquote "${BASH_REMATCH[2]}")
  done <"$1"
  return 0
}

# What Compose takes a value for: single quotes as they stand, double quotes with escapes, else up to a comment.
unquote() {
  local value=$1
  case $value in
    \'*)
      value=${value#\'}
      value=${value%\'*}
      value=${value//\\\'/\'}
      ;;
    \"*)
      value=${value#\"}
      value=${value%\"*}
      value=${value//\\\"/\"}
      value=${value//\\\$/\$}
      ;;
    *)
      value=${value%% #*}
      value=${value%"${value##*[![:space:]]}"}
      ;;
  esac
  printf '%s' "$value"
}

quote() {
  if [[ $1 =~ ^[A-Za-z0-9_./:@,+=-]*$ ]]; then
    printf '%s' "$1"
  else
    printf "'%s'" "${1//\'/\\\'}"
  fi
}

# Prints the new .env: the lines of the old one (or of .env.example), each name of VALUE with its new value, missing names at the end.
# A line whose value stays is not written anew, so the operator's own way of quoting remains.
settings_text() {
  local template=$1 line name
  local -A seen=()
  while IFS= read -r line || [ -n "$line" ]; do
    if [[ $line =~ $SETTING_LINE ]] && [[ -v VALUE[${BASH_REMATCH[1]}] ]]; then
      name=${BASH_REMATCH[1]}
      seen[$name]=1
      [ "$(unquote "${BASH_REMATCH[2]}")" = "${VALUE[$name]}" ] || line="$name=$(quote "${VALUE[$name]}")"
    fi
    printf '%s\n' "$line"
  done <"$template"
  for name in $SETTING_NAMES; do
    [[ -v seen[$name] ]] || printf '%s=%s\n' "$name" "$(quote "${VALUE[$name]:-}")"
  done
}

read_secret_file() { [ ! -s "$ROOT/secrets/$1" ] || cat "$ROOT/secrets/$1"; }

# Whether the address of the database is that of our own container, or not said.
is_own_database() { [[ $1 == "" || $1 == *@postgres:5432/balie ]]; }
