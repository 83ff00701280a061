# shellcheck shell=bash
# The files and uploads of an archive, put in their place: unpacked beside first, then renamed.

RESTORED=$ROOT/.restore.new
FILES=(.env secrets branding certs)

stage_files() {
  rm -rf "$RESTORED"
  mkdir -m 700 "$RESTORED"
  part_of "$1" files.tar | tar -C "$RESTORED" -x --no-same-owner --same-permissions ||
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

# The old content stays until the new is whole.
restore_uploads() {
  local name
  compose create app >/dev/null 2>&1 || true
  name=$(volume uploads)
  [ -n "$name" ] || return 0
  part_of "$archive" uploads.tar | in_volume "$name:/uploads" sh -ec '
    rm -rf /uploads/.restored && mkdir /uploads/.restored && tar -C /uploads/.restored -x
    find /uploads -mindepth 1 -maxdepth 1 ! -name .restored -exec rm -rf {} +
    chown --reference=/uploads/.restored /uploads 2>/dev/null || true
    cd /uploads/.restored && find . -mindepth 1 -maxdepth 1 -exec mv {} /uploads/ \; && rm -rf /uploads/.restored' ||
    refuse "The uploads could not be restored (is the disk full?): mend that, then run this again with --replace."
}
