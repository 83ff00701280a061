# shellcheck shell=bash
# Several files change together: all are written beside first, then renamed one by one. What broke off before everything was written
# is thrown away by the next run; what broke off later is finished by it.

STAGE=$ROOT/.configure.new

begin_stage() {
  rm -rf "$STAGE"
  mkdir -m 700 "$STAGE" || refuse "$ROOT cannot be written: run this as root or as the owner of that folder."
}

# stage_file PATH MODE: the new content comes on standard input and ends up under ROOT; a file that stays the same is left alone.
stage_file() {
  local target=$STAGE/files/$1 mode=$2
  { mkdir -p "${target%/*}" && cat >"$target" && chmod "$mode" "$target"; } 2>/dev/null || refuse_full_disk
  if cmp -s "$target" "$ROOT/$1" && [ "$(stat -c %a "$ROOT/$1")" = "${mode#0}" ]; then rm "$target"; fi
}

refuse_full_disk() {
  rm -rf "$STAGE"
  refuse "The settings could not be written to $ROOT (is the disk full? see: df -h $ROOT). Nothing was changed."
}

# From here on the new settings hold, whatever happens.
close_stage() { { sync && : >"$STAGE/complete"; } 2>/dev/null || refuse_full_disk; }

staged_files() { [ ! -d "$STAGE/files" ] || (cd "$STAGE/files" && find . -type f -printf '%P\n' | sort); }

commit_stage() {
  local file
  [ -d "$ROOT/secrets" ] || mkdir -m 700 "$ROOT/secrets"
  # Mounted into the worker: what is not there yet, Docker makes as root, and who is not root leaves no stamp of a backup in it.
  [ -d "$ROOT/.backup" ] || mkdir -m 755 "$ROOT/.backup"
  chmod 700 "$ROOT/secrets"
  while IFS= read -r file; do
    mv -f "$STAGE/files/$file" "$ROOT/$file"
  done < <(staged_files)
  rm -rf "$STAGE"
}

is_stage_complete() { [ -e "$STAGE/complete" ]; }
