/** Whose statement waits for a lock in this database, one row each: other databases stand on the same server, with tests of their own. Seen anew in a transaction too, unlike pg_stat_activity. */
export const lockWaiters = `select distinct pid from pg_locks where not granted and pid in
  (select pid from pg_locks where database = (select oid from pg_database where datname = current_database()))`;
