# shellcheck shell=bash
# Guesses for what was not said, and what is wrong with the answers.

declare -A GUESSED=()
fill_defaults() {
  local name
  for name in "${ANSWER_ORDER[@]}"; do
    [ -n "${VALUE[$name]:-}" ] || [[ -v GIVEN[$name] ]] || GUESSED[$name]=$(default_of "$name")
    [ -z "${GUESSED[$name]:-}" ] || VALUE["$name"]=${GUESSED[$name]}
  done
}

# All faults at once, one line each; a guess made from a wrong answer is not one of them.
check_answers() {
  local name faults=
  for name in "${ANSWER_ORDER[@]}"; do [ -n "${GUESSED[$name]:-}" ] || faults+=$(fault_line "$name"); done
  [ -n "$faults" ] || for name in "${!GUESSED[@]}"; do faults+=$(fault_line "$name"); done
  [ -z "$faults" ] || refuse "These answers are missing or wrong; nothing was changed:$faults"
}

fault_line() {
  local fault
  fault=$(fault_of "$1" "${VALUE[$1]:-}")
  [ -z "$fault" ] || printf '\n  --%s %s' "$(flag_of "$1")" "$fault"
}

flag_of() {
  local flag
  for flag in "${!NAME_OF[@]}"; do
    [ "${NAME_OF[$flag]}" != "$1" ] || say "$flag"
  done
}

# Prints how a good answer looks when this one is not.
fault_of() {
  local name=$1 value=$2
  if [[ $value == *[[:cntrl:]]* || $value == *\\* ]]; then
    say "may not hold a backslash or a line break"
  elif [ -n "$value" ]; then
    ${CHECK_OF[$name]} "$value"
  elif is_required "$name"; then
    say "is missing ($(printf '%s' "${QUESTION_OF[$name]}"))"
  fi
}
