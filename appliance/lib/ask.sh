# shellcheck shell=bash
# The dialogue of configure: every question with what holds now, asked again until the answer will do.

# Questions are for a person at a terminal who did not say what to change, or not enough of it.
wants_questions() {
  [ -n "$is_interactive" ] && [ -t 0 ] || return 1
  [ -z "$1" ] || [ ${#GIVEN[@]} = 0 ]
}

ask_all() {
  local name
  say "Enter keeps what stands in brackets; a single - empties an answer; Ctrl-C stops and changes nothing."
  for name in "${ANSWER_ORDER[@]}"; do
    [[ -v GIVEN[$name] ]] || ! is_asked "$name" || ask "$name"
  done
}

ask() {
  local name=$1 now=${VALUE[$1]:-} answer fault shown
  [ -n "$now" ] || now=$(default_of "$name")
  shown=$(without_password "$now")
  [ "$name" != SIP_PASSWORD ] || shown=${now:+set}
  while :; do
    read_answer "$name" "${QUESTION_OF[$name]} [$shown]: "
    case $answer in
      '') answer=$now ;;
      -) answer= ;;
      *) add_password "$name" ;;
    esac
    fault=$(fault_of "$name" "$answer")
    [ -n "$fault" ] || break
    say "  That $fault."
  done
  VALUE["$name"]=$answer
}

# read shows the question itself, after it hid the typing: who pastes at once is not seen either.
read_answer() {
  local hidden=()
  [[ $1 != *PASSWORD ]] || hidden=(-s)
  IFS= read -r "${hidden[@]}" -p "$2" answer || refuse $'\n'"Broken off: nothing was changed."
  [ ${#hidden[@]} = 0 ] || echo
}

# smtp://user@host becomes smtp://user:password@host.
add_password() {
  [[ $ADDRESSES_WITH_PASSWORD == *" $1 "* && $answer =~ ^([a-z]+://[^:@/]+)@(.+)$ ]] || return 0
  local start=${BASH_REMATCH[1]} end=${BASH_REMATCH[2]}
  read_answer PASSWORD "  Password (it stays hidden): "
  answer=$start:$(percent_encode "$answer")@$end
}

percent_encode() {
  local LC_ALL=C text=$1 letter
  while [ -n "$text" ]; do
    letter=${text:0:1} text=${text:1}
    if [[ $letter == [A-Za-z0-9._~-] ]]; then printf '%s' "$letter"; else printf '%%%02X' "'$letter"; fi
  done
}
