# shellcheck shell=bash
# Into which database an archive goes: the one that its own settings name, or another one that the operator names.

name_database() {
  has_other_database=1 other_database=$1
  local fault
  [ -n "$1" ] || return 0
  fault=$(check_database "$1")
  [ -z "$fault" ] || refuse "The address of the database $fault."
}

choose_target() {
  target=$(part_of "$archive" files.tar | tar -xO secrets/database_url)
  if [ -n "$has_other_database" ] && [ -z "$other_database" ]; then
    target=postgres://balie:$(part_of "$archive" files.tar | tar -xO secrets/postgres_password)@postgres:5432/balie
  elif [ -n "$has_other_database" ]; then
    target=$other_database
  fi
  load_database "$target"
}

# A database elsewhere outlives this server, so that this server is empty says nothing about it. One that holds other people's tables
# is never replaced, beside ours neither: with them it would lose what no backup of ours has.
refuse_filled_target() {
  local foreign number database="$PGDATABASE at $PGHOST"
  [ -z "$IS_OWN_DATABASE" ] || return 0
  in_database psql -qAtX -v ON_ERROR_STOP=1 <<<"$FILLED_TABLES" >"$WORK/filled" 2>"$WORK/psql.log" ||
    refuse "The database at $PGHOST does not answer: $(tail -n 1 "$WORK/psql.log"). Nothing was changed."
  foreign=$(sed -n 's/^foreign //p' "$WORK/filled")
  [ -z "$foreign" ] ||
    refuse "The database $database holds tables that are not ours ($(wc -l <<<"$foreign")), such as $(sed 1q <<<"$foreign"): name an empty database. Nothing was changed."
  number=$(wc -l <"$WORK/filled")
  [ -n "$may_replace" ] || [ "$number" = 0 ] ||
    refuse "The database $database holds data already: $number tables have rows. To put the archive in their place, which loses them: appliance/restore $archive --replace. To keep them, name an empty database: --database-url-file FILE. Nothing was changed."
}

# Every table of ours outside the queue's own schema, as the migrations make them (backend/test/restore-target.test.ts compares).
OUR_TABLES='appointment arrival clerk clerk_counter clerk_session closure colleague counter device_check dial_in document document_content guest handover helper interpreter interpreter_call interpreter_link interpreter_request interpreter_reservation
meeting migrations municipality occupant open_console opening_hours outbox_message outcome phone_request pin_miss presence_feed rate_limit room_order service survey test_call welcome_link'

# Tables of ours that hold rows (migrations, which the app writes at its first start, aside), and "foreign" with each that is not ours:
# all of them where ours is not what lives there.
FILLED_TABLES="
select case when to_regclass('public.migrations') is null or to_regclass('public.appointment') is null
    or not (n.nspname = 'bullmq' or n.nspname = 'public' and c.relname = any (regexp_split_to_array('$OUR_TABLES', '\\s+')))
  then format('select %L where true', 'foreign ' || n.nspname || '.' || c.relname)
  else format('select %L where exists (select from %I.%I)', c.relname, n.nspname, c.relname) end
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)' and c.relname <> 'migrations'
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
order by n.nspname, c.relname \\gexec"

# The settings of the archive with the database that was chosen.
stage_database() {
  local one profiles=
  printf '%s' "$1" >"$RESTORED/database_url"
  chmod 444 "$RESTORED/database_url" && mv -f "$RESTORED/database_url" "$RESTORED/secrets/database_url"
  read_settings "$RESTORED/.env"
  for one in $(tr , " " <<<"${SETTING[COMPOSE_PROFILES]:-}"); do [ "$one" = database ] || profiles+=",$one"; done
  [ -z "$IS_OWN_DATABASE" ] || profiles=",database$profiles"
  VALUE=([COMPOSE_PROFILES]=${profiles#,})
  SETTING_NAMES=COMPOSE_PROFILES settings_text "$RESTORED/.env" >"$RESTORED/.env.new"
  chmod 600 "$RESTORED/.env.new" && mv -f "$RESTORED/.env.new" "$RESTORED/.env"
  SETTING=()
}

# Once the data is elsewhere, ours stops; what it holds stays in its volume until the operator takes that away.
leave_own_database() {
  local name
  name=$(volume postgres-data)
  [ -z "$IS_OWN_DATABASE" ] && [ -n "$name" ] || return 0
  compose --profile database rm -sf postgres >/dev/null 2>&1 || true
  say "The app now uses $PGDATABASE at $PGHOST. What our own PostgreSQL held stays in the volume $name; when all is well: docker volume rm $name"
}
