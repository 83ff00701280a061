# shellcheck shell=bash
# Which archives stay: every one of the last days, the newest of each of the last weeks, and always the newest of all.

# Archives, newest first: their names begin with the time.
list_archives() { (cd "$1" 2>/dev/null && find . -maxdepth 1 -type f -name 'balie-[0-9]*T[0-9]*Z.archive*' -printf '%P\n' | sort -r) || true; }

# outdated KEEP NOW: prints those of the names on standard input (newest first) that may go. NOW in seconds.
outdated() {
  local keep=$1 now=$2 name stamp at week days weeks=0 newest=1
  local -A has_week=()
  days=${keep%%d*}
  [[ $keep != *w ]] || weeks=${keep#*d} weeks=${weeks%w}
  while IFS= read -r name; do
    [[ $name =~ ^balie-([0-9]{8})T([0-9]{2})([0-9]{2})([0-9]{2})Z ]] || continue
    stamp="${BASH_REMATCH[1]} ${BASH_REMATCH[2]}:${BASH_REMATCH[3]}:${BASH_REMATCH[4]} UTC"
    at=$(date -u -d "$stamp" +%s 2>/dev/null) || continue
    week=$(date -u -d "@$at" +%G%V)
    if [ -n "$newest" ] || ((now - at < days * 86400)); then
      newest=
    elif ((now - at < weeks * 604800)) && [[ ! -v has_week[$week] ]]; then
      :
    else
      printf '%s\n' "$name"
      continue
    fi
    has_week[$week]=1
  done
}
