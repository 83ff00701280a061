# shellcheck shell=bash
# The files of an archive, put in their place: unpacked beside first, then renamed.

RESTORED=$ROOT/.restore.new
FILES=(.env secrets branding certs)

stage_files() {
  rm -rf "$RESTORED"
  mkdir -m 700 "$RESTORED"
  part_of "$1" files.tar | tar -C "$RESTORED" -x --no-same-owner ||
    refuse "The settings could not be written to $ROOT (is the disk full? see: df -h $ROOT). Nothing was changed."
}

# What was here goes to .before-restore, where the operator finds it until the next time.
place_files() {
  local one
  rm -rf "$ROOT/.before-restore"
  mkdir -m 700 "$ROOT/.before-restore"
  for one in "${FILES[@]}"; do
    [ ! -e "$ROOT/$one" ] || mv "$ROOT/$one" "$ROOT/.before-restore/"
    [ ! -e "$RESTORED/$one" ] || mv "$RESTORED/$one" "$ROOT/"
  done
  rmdir "$ROOT/.before-restore" 2>/dev/null || true
  SETTING=()
}

forget_stage() { rm -rf "$RESTORED"; }

# For a server that was empty: takes away what place_files put there.
remove_placed() {
  local one
  for one in "${FILES[@]}"; do rm -rf "${ROOT:?}/$one"; done
  [ ! -d "$ROOT/.before-restore" ] || { find "$ROOT/.before-restore" -mindepth 1 -maxdepth 1 -exec mv {} "$ROOT/" \; && rmdir "$ROOT/.before-restore"; }
}
