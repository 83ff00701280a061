# shellcheck shell=bash
# What goes into an archive, collected in WORK: database.dump, uploads.tar, files.tar, and the manifest of it all.

# Every table of ours with its number of rows: lines "count schema.table number", in the session that reads this SQL.
COUNT_ROWS="select format('select %L || count(*) from %I.%I', 'count ' || n.nspname || '.' || c.relname || ' ', n.nspname, c.relname)
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' order by n.nspname, c.relname \\gexec"

collect() {
  : >"$MANIFEST"
  {
    printf 'made %s\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
    printf 'version balie %s\n' "${SETTING[BALIE_VERSION]:-}"
    list_images
  } >>"$MANIFEST"
  collect_database
  collect_uploads
  collect_files
  (cd "$WORK" && sha256sum database.dump uploads.tar files.tar | sed 's/^\(.*\)  /file \1 /') >>"$MANIFEST"
}

list_images() {
  docker ps -a --filter "label=com.docker.compose.project=$(project)" --filter label=com.docker.compose.oneoff=False --format '{{.ID}}' |
    xargs -r docker inspect --format 'image {{index .Config.Labels "com.docker.compose.service"}} {{.Config.Image}} {{.Image}}' | sort -u
}

# The counts and the dump see the database at one and the same instant: a session holds the snapshot that pg_dump reads.
collect_database() {
  local snapshot line in out
  coproc SESSION { in_database psql -qAtX -v ON_ERROR_STOP=1 2>"$WORK/psql.log"; }
  exec {out}<&"${SESSION[0]}" {in}>&"${SESSION[1]}" || refuse_database
  ask_session "begin isolation level repeatable read read only; select pg_export_snapshot();"
  IFS= read -r -t 60 -u "$out" snapshot || refuse_database
  ask_session "select 'version schema ' || coalesce((select name from migrations order by id desc limit 1), 'none');"
  IFS= read -r -t 60 -u "$out" line || refuse_database
  printf '%s\nversion postgres %s\n' "$line" "$(in_database psql -qAtX -c 'show server_version' </dev/null)" >>"$MANIFEST"
  ask_session "$COUNT_ROWS" "select 'counted';"
  while IFS= read -r -t 600 -u "$out" line && [ "$line" != counted ]; do printf '%s\n' "$line"; done >>"$MANIFEST"
  [ "$line" = counted ] || refuse_database
  in_database pg_dump --format=custom --no-owner --no-privileges --snapshot="$snapshot" </dev/null >"$WORK/database.dump" 2>"$WORK/psql.log" ||
    refuse_database
  ask_session "commit;"
  exec {in}>&- {out}<&-
}

# A session that has ended must give an answer, not a broken pipe that ends us silently.
ask_session() {
  (trap '' PIPE && printf '%s\n' "$@" >&"$in") 2>/dev/null || refuse_database
}

refuse_database() {
  refuse "The database could not be read: $(tail -n 1 "$WORK/psql.log" 2>/dev/null). No backup was made."
}

collect_uploads() {
  local name
  name=$(volume uploads)
  if [ -z "$name" ]; then
    tar -c -T /dev/null -f "$WORK/uploads.tar"
  else
    in_volume "$name:/uploads:ro" tar -C /uploads -c . </dev/null >"$WORK/uploads.tar"
  fi
  printf 'uploads %s\n' "$(count_uploads <"$WORK/uploads.tar")" >>"$MANIFEST"
}

count_uploads() { tar -t | grep -cv '/$' || true; }

# A command in a container that sees one volume and no network.
in_volume() { docker run --rm -i --network none --user 0 -v "$1" --entrypoint "$2" "$(postgres_image)" "${@:3}"; }

collect_files() {
  local one present=()
  for one in .env secrets branding certs; do [ ! -e "$ROOT/$one" ] || present+=("$one"); done
  tar -C "$ROOT" -c -f "$WORK/files.tar" "${present[@]}"
}
