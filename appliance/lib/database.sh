# shellcheck shell=bash
# PostgreSQL's own programs beside the database: in its container, or, for a database of the operator's, in a container of the same
# image. No password on a command line.

DATABASE_ADDRESS='^postgres(ql)?://([^:@/]+)(:([^@/]*))?@([^/?]+)/([^?]+)([?]sslmode=(.+))?$'

# Sets the client programs' environment from an address, and IS_OWN_DATABASE.
load_database() {
  local url=$1 host
  [[ $url =~ $DATABASE_ADDRESS ]] || refuse "secrets/database_url is no address of a database: run appliance/configure."
  PGUSER=$(percent_decode "${BASH_REMATCH[2]}")
  PGPASSWORD=$(percent_decode "${BASH_REMATCH[4]}")
  PGDATABASE=${BASH_REMATCH[6]}
  PGSSLMODE=${BASH_REMATCH[8]:-prefer}
  host=${BASH_REMATCH[5]}
  PGPORT=5432
  if [[ $host =~ ^(.*):([0-9]+)$ ]]; then host=${BASH_REMATCH[1]} PGPORT=${BASH_REMATCH[2]}; fi
  PGHOST=${host//[][]/}
  PGCONNECT_TIMEOUT=15
  export PGUSER PGPASSWORD PGDATABASE PGSSLMODE PGHOST PGPORT PGCONNECT_TIMEOUT
  IS_OWN_DATABASE=
  ! is_own_database "$url" || IS_OWN_DATABASE=1
}

percent_decode() { printf '%b' "${1//%/\\x}"; }

# The programs psql, pg_dump and pg_restore, connected; standard input and output are the caller's.
in_database() {
  if [ -n "$IS_OWN_DATABASE" ]; then
    compose exec -T -e PGUSER -e PGDATABASE postgres "$@"
  else
    docker run --rm -i --network "$(outgoing_network)" -e PGUSER -e PGPASSWORD -e PGDATABASE -e PGSSLMODE -e PGHOST -e PGPORT \
      -e PGCONNECT_TIMEOUT --entrypoint "$1" "$(postgres_image)" "${@:2}"
  fi
}

# Where app and worker go out, if that network is there; the engine's usual one otherwise.
outgoing_network() {
  local found
  found=$(docker network ls -q --filter "label=com.docker.compose.project=$(project)" --filter label=com.docker.compose.network=mail)
  say "${found:-bridge}"
}

# As the shipped file names it: readable also where there are no settings yet.
postgres_image() { grep -o 'postgres:[0-9][A-Za-z0-9._-]*' "$ROOT/docker-compose.yml" | head -n 1; }

# PostgreSQL's programs without any database, cut off from every network.
beside_database() { docker run --rm -i --network none --entrypoint "$1" "$(postgres_image)" "${@:2}"; }

# The SQL that makes the connected database what the dump on standard input says, and counts every table as the manifest does. It runs in one
# transaction: whatever goes wrong, the database stays as it was.
restore_sql() {
  cat <<'END'
begin;
set lock_timeout = '30s';
select format('drop schema %I cascade', nspname) from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' \gexec
create schema public authorization pg_database_owner;
grant usage on schema public to public;
END
  beside_database pg_restore --no-owner --no-privileges -f - || say "select 'the dump broke off'::int;"
  sed -n "s/^count \([^ ]*\) \([0-9]*\)$/do \$\$ declare n bigint := (select count(*) from \1); begin if n <> \2 then raise exception '\1 has % rows instead of \2', n; end if; end \$\$;/p" "$MANIFEST"
  # Only we say when it holds: an input that ends early is undone.
  say "commit;"
}

# restore_database ARCHIVE: all of it or nothing; prints why not.
restore_database() {
  part_of "$1" database.dump | restore_sql | in_database psql -qX -v ON_ERROR_STOP=1 -f - >/dev/null 2>"$WORK/psql.log" && return 0
  grep -m 1 -i 'error\|fatal\|could not' "$WORK/psql.log" || tail -n 1 "$WORK/psql.log"
  return 1
}

set_role_password() {
  in_database psql -qX -v ON_ERROR_STOP=1 <<<"alter role balie password '$1'" >/dev/null
}
