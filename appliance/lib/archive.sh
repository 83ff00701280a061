# shellcheck shell=bash
# The form of an archive. With an age recipient: age's own. Otherwise, in one file:
#   one line       balie-archive 1 SALT
#   ciphertext     openssl enc -aes-256-cbc -pbkdf2 -iter 600000, under the passphrase
#   64 hex digits  HMAC-SHA256 of everything before, under a key derived from the same passphrase and SALT
# Nothing is decrypted before the HMAC fits. By hand, if it must be:
#   tail -n +2 ARCHIVE | head -c -65 | openssl enc -d -aes-256-cbc -pbkdf2 -iter 600000 -pass file:PASSPHRASE_FILE | tar -x

ROUNDS=600000
CIPHER=(-aes-256-cbc -pbkdf2 -iter "$ROUNDS" -md sha256)

# seal_archive PASSPHRASE_FILE PART: the tar on standard input, sealed, in the file PART.
seal_archive() {
  local salt
  salt=$(openssl rand -hex 8)
  { printf 'balie-archive 1 %s\n' "$salt" && openssl enc "${CIPHER[@]}" -salt -pass "file:$1"; } >"$2" || return 1
  mac_of "$1" "$salt" <"$2" >"$2.mac" && cat "$2.mac" >>"$2" && rm "$2.mac"
}

# Derived apart from the cipher's key: PBKDF2 with a salt of its own, spread by a counter stream over zeros.
mac_key() {
  head -c 32 /dev/zero | openssl enc -aes-256-ctr -pbkdf2 -iter $ROUNDS -md sha256 -S "$2" -pass "file:$1" |
    tail -c 32 | od -An -v -tx1 | tr -d ' \n'
}

# HMAC-SHA256 (RFC 2104) of standard input, built from its two hashes: openssl's own would want the key on its command line.
mac_of() {
  local key inner='' outer='' place byte
  key=$(mac_key "$1" "$2") && [ ${#key} = 64 ] || return 1
  key+=$(printf '0%.0s' {1..64})
  for ((place = 0; place < 64; place++)); do
    byte=$((16#${key:2*place:2}))
    printf -v inner '%s\\x%02x' "$inner" $((byte ^ 0x36))
    printf -v outer '%s\\x%02x' "$outer" $((byte ^ 0x5c))
  done
  { printf '%b' "$inner" && cat; } | openssl dgst -sha256 -binary | { printf '%b' "$outer" && cat; } |
    openssl dgst -sha256 -r | cut -c 1-64
}

is_age_archive() { [ "$(head -c 21 "$1")" = age-encryption.org/v1 ]; }

# Finds which of the passphrases the archive was sealed with, and leaves it in the file PASSPHRASE. Without one the archive was changed,
# is another's, or is no archive.
find_passphrase() {
  local archive=$1 word salt form candidate
  shift
  read -r word form salt < <(head -n 1 "$archive" | tr -d '\0') || true
  [ "$word $form" = "balie-archive 1" ] && [[ $salt =~ ^[0-9a-f]{16}$ ]] || return 1
  while IFS= read -r candidate || [ -n "$candidate" ]; do
    [ -n "$candidate" ] || continue
    printf '%s\n' "$candidate" >"$PASSPHRASE"
    [ "$(head -c -65 "$archive" | mac_of "$PASSPHRASE" "$salt")" = "$(tail -c 65 "$archive" | tr -d '\0')" ] && return 0
  done < <(lines_of "$@")
  return 1
}

# A passphrase's file need not end in a new line: the next file's first line must not become part of it.
lines_of() {
  local file
  for file in "$@"; do cat "$file" 2>/dev/null && echo; done
}

# The tar of an archive that was checked.
open_archive() {
  if is_age_archive "$1"; then
    age --decrypt --identity "$IDENTITY" "$1"
  else
    tail -n +2 "$1" | head -c -65 | openssl enc -d "${CIPHER[@]}" -pass "file:$PASSPHRASE"
  fi
}

# Takes the archive's manifest out, and compares every part with it. Leaves the manifest in the file MANIFEST.
check_parts() {
  local sums
  open_archive "$1" 2>/dev/null | tar -xO manifest >"$MANIFEST" 2>/dev/null || return 1
  # shellcheck disable=SC2016 # tar's own variable, in tar's own shell
  sums=$(open_archive "$1" | tar -x --exclude=manifest --to-command='echo "file $(sha256sum | cut -c 1-64) $TAR_FILENAME"') || return 1
  [ -n "$sums" ] && [ "$sums" = "$(grep '^file ' "$MANIFEST")" ] || return 1
  part_of "$1" database.dump | can_list
}

# The list is at the head of a dump; the rest is read as well, so that nobody writes into a closed pipe.
can_list() { beside_database sh -c 'pg_restore --list && cat' >/dev/null 2>&1; }

part_of() { open_archive "$1" | tar -xO "$2"; }

of_manifest() { sed -n "s/^$1 //p" "$MANIFEST"; }

# A folder for this run, gone with it: plain text never lies where backups go.
make_work_folder() {
  WORK=$(mktemp -d "${TMPDIR:-/var/tmp}/balie.XXXXXXXX") || refuse "No temporary folder can be made in ${TMPDIR:-/var/tmp}."
  PASSPHRASE=$WORK/passphrase MANIFEST=$WORK/manifest IDENTITY=${IDENTITY:-}
}

# Refuses an archive that cannot be trusted; leaves its manifest in MANIFEST.
check_archive() {
  local archive=$1 passphrase_file=$2
  [ -r "$archive" ] || refuse "The archive $archive cannot be read."
  [ -z "$passphrase_file" ] || [ -r "$passphrase_file" ] || refuse "The file $passphrase_file cannot be read."
  if is_age_archive "$archive"; then
    command -v age >/dev/null || refuse "This archive is sealed for an age key, and age is missing: apt-get install age."
    [ -r "$IDENTITY" ] || refuse "This archive is sealed for an age key: name the file that holds it with --identity FILE."
  else
    find_passphrase "$archive" ${passphrase_file:+"$passphrase_file"} "$ROOT/secrets/backup_passphrase" "$ROOT/secrets/backup_passphrase_earlier" ||
      refuse "$archive does not open: it was changed, is not whole, or belongs to another passphrase (give it with --passphrase-file FILE)."
  fi
  check_parts "$archive" || refuse "$archive opens, but its parts do not fit its own manifest: take another archive."
}
