# shellcheck shell=bash
# When an upgrade fails: the images before, the version before, and the database as it was if its migration had begun.

go_back() {
  trap '' INT TERM HUP
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
  exit 1
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
