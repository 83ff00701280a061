# shellcheck shell=bash
# shellcheck disable=SC2153 # CHECK is the name of the check that runs
# A finding is a line of four fields: check, state, what was seen, what to do. Between checks and output it is separated by tabs.

tell() { printf '%s\t%s\t%s\t%s\n' "$CHECK" "$1" "$(tidy "$2")" "$(tidy "${3:-}")"; }
ok() { tell ok "$1"; }
warning() { tell warning "$1" "$2"; }
fault() { tell fault "$1" "$2"; }
not_checked() { tell not_checked "$1"; }

tidy() { printf '%s' "$1" | tr -s '[:cntrl:]' ' '; }

KNOWN_SECRETS=()

# Whatever is secret here, so that it can be kept out of what is printed.
learn_secrets() {
  local name file value
  for name in "${!SETTING[@]}"; do
    [[ $name == *SECRET || $name == *PASSWORD || $name == *CREDENTIALS ]] && learn "${SETTING[$name]}"
  done
  for file in "$ROOT"/secrets/*; do
    [ -r "$file" ] && value=$(cat "$file" 2>/dev/null) || continue
    learn "$value"
    [[ $value =~ ://[^:@/]*:([^@/]+)@ ]] && learn "${BASH_REMATCH[1]}"
  done
  [[ ${SETTING[OUTGOING_PROXY]:-} =~ ://[^:@/]*:([^@/]+)@ ]] && learn "${BASH_REMATCH[1]}"
  return 0
}

learn() { [ ${#1} -lt 6 ] || KNOWN_SECRETS+=("$1"); }

# Ours by name, tokens by their form, passwords by their place in an address.
mask() {
  local text=$1 secret
  for secret in "${KNOWN_SECRETS[@]}"; do text=${text//"$secret"/…}; done
  while [[ $text =~ eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]* ]]; do text=${text//"${BASH_REMATCH[0]}"/…}; done
  while [[ $text =~ (://[^:@/[:space:]]*):([^@/…[:space:]]+)@ ]]; do text=${text//"${BASH_REMATCH[0]}"/"${BASH_REMATCH[1]}:…@"}; done
  printf '%s' "$text"
}

# Prints the findings on standard input, as a person or a program wants them, and counts them.
show() {
  local check state seen mend
  while IFS=$'\t' read -r check state seen mend; do
    COUNT["$state"]=$((${COUNT["$state"]} + 1))
    seen=$(mask "$seen") mend=$(mask "$mend")
    if [ -n "$is_json" ]; then
      printf '{"check":"%s","state":"%s","seen":"%s","mend":"%s"}\n' "$check" "$state" "$(json "$seen")" "$(json "$mend")"
    else
      printf '%-12s %-18s %s%s\n' "${state/_/ }" "$check" "$seen" "${mend:+ → $mend}"
    fi
  done
}

json() {
  local text=${1//\\/\\\\}
  printf '%s' "${text//\"/\\\"}"
}
