# shellcheck shell=bash
# A backup is proven by restoring it: a project of its own beside the running one, with its own networks and volumes. Only the database runs,
# which publishes nothing; worker and pages stay off, so no mail goes out twice.

drill() {
  local why uploads
  start_drill "$1"
  load_database "postgres://balie:$(cat "$DRILL/secrets/postgres_password")@postgres:5432/balie"
  start_and_wait postgres || refuse "The drill's database does not start (is the disk full? see: df -h). The running system is untouched."
  why=$(restore_database "$1") || refuse "This archive cannot be restored: $why. The running system is untouched."
  uploads=$(part_of "$1" uploads.tar | count_uploads)
  [ "$uploads" = "$(of_manifest uploads)" ] || refuse "The archive holds $uploads uploads instead of $(of_manifest uploads)."
  open_links || refuse "The database is restored, but its links do not open with the archive's application secret: old mails would lead nowhere."
  say "$1 is proven: $(grep -c '^count ' "$MANIFEST") tables, $(of_manifest count | awk '{ rows += $2 } END { print rows + 0 }') rows and $uploads uploads as when it was made ($(of_manifest made))."
}

# The archive's own settings in a folder of their own; the rest of the project is read from here.
start_drill() {
  local one
  DRILL=$WORK/drill
  mkdir -m 700 "$DRILL"
  part_of "$1" files.tar | tar -C "$DRILL" -x --no-same-owner --same-permissions
  for one in appliance jitsi-config docker-compose.yml; do [ ! -e "$ROOT/$one" ] || ln -s "$ROOT/$one" "$DRILL/$one"; done
  mkdir -p "$DRILL/branding" "$DRILL/certs"
  printf 'postgres://balie:%s@postgres:5432/balie' "$(cat "$DRILL/secrets/postgres_password")" >"$DRILL/database_url"
  chmod 444 "$DRILL/database_url" && mv -f "$DRILL/database_url" "$DRILL/secrets/database_url"
  COMPOSE_PROJECT_NAME=balie-drill-$$ COMPOSE_PROFILES=database
  export COMPOSE_PROJECT_NAME COMPOSE_PROFILES
  COMPOSE_FLAGS=(--project-directory "$DRILL" --env-file "$DRILL/.env" -f "$ROOT/docker-compose.yml")
}

# With the same secret as the new one, reseal only looks whether every link opens.
open_links() {
  grep -q '^count public.appointment ' "$MANIFEST" || return 0
  # shellcheck disable=SC2016 # the container's own variable
  compose run --rm --no-deps -T app sh -c 'NEW_APP_SECRET_FILE=$APP_SECRET_FILE exec node backend/dist/reseal.js' </dev/null >/dev/null
}

end_drill() {
  [ -n "${DRILL:-}" ] || return 0
  compose down -v --remove-orphans >/dev/null 2>&1 || say "The drill left something behind: docker compose -p $COMPOSE_PROJECT_NAME down -v" >&2
}
