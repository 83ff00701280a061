# shellcheck shell=bash
# When an upgrade fails: the images before, the version before, and the database as it was if its migration had begun.

go_back() {
  trap '' INT TERM HUP PIPE
  step "$1 Going back to $old_version."
  recall_images
  close_counter
  set_version "$old_version"
  if [ -n "$2" ]; then
    local why
    why=$(bring_back_database) || give_up "The database could not be brought back: $why"
    step "Database brought back from $archive"
  fi
  open_counter || give_up "$old_version does not become healthy again."
  step "As before: $old_version runs and is healthy. Nothing that citizens wrote was lost."
  tell_files
  exit 1
}

# The release's files are the operator's to bring: the new ones still lie here, and the next "docker compose up" would read them.
tell_files() {
  [ "$way" = build ] || [ "$(offered_version)" != "$old_version" ] || return 0
  step "The files in $ROOT are still those that were brought for this upgrade. The earlier ones fit better: $(earlier_files), then docker compose up -d."
}

# The tag of the version before; else what the last git pull came from, if that is it.
earlier_files() {
  local one names=("v$old_version" "$old_version" ORIG_HEAD)
  [ "$(offered_version)" != "$old_version" ] || names=(ORIG_HEAD)
  for one in "${names[@]}"; do
    git -C "$ROOT" show "$one:package.json" 2>/dev/null | grep -qx "  \"version\": \"$old_version\"," || continue
    [ "$one" != ORIG_HEAD ] || one=$(git -C "$ROOT" rev-parse --short ORIG_HEAD)
    say "git checkout $one" && return
  done
  say "git checkout the commit that $old_version came from, or unpack its archive"
}

bring_back_database() {
  if is_age_archive "$archive"; then
    say "it is sealed for your age key: appliance/restore $archive --replace --identity FILE"
    return 1
  fi
  find_passphrase "$archive" "$ROOT/secrets/backup_passphrase" && check_parts "$archive" || { say "$archive does not open" && return 1; }
  [ -z "$IS_OWN_DATABASE" ] || start_and_wait postgres || return 1
  restore_database "$archive"
}

give_up() {
  step "$1 Run appliance/doctor; the backup made before is ${archive:-none}: appliance/restore ${archive:-ARCHIVE} --replace"
  exit 3
}
