/** The shell's count of the sessions that `hold` keeps open. */
const sessions = `psql -XAtqc "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()" service=owner`;

/**
 * Opens a session of the database that has done these statements in a transaction, and keeps it open until `release`. The
 * command ends once the statements are done, however slow the machine is.
 */
export const hold = (statements: string, connection = 'service=owner'): string =>
  `held=$((\${held:-0} + 1)); (echo "BEGIN; ${statements}; SELECT pg_sleep(600);" | psql -Xq '${connection}' > /dev/null 2>&1) &
  until [ "$(${sessions})" = $held ]; do sleep 0.2; done`;

/** Ends all that is held, and waits until whatever waited for it has ended too. */
export const release = `psql -Xqc "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%' AND pid <> pg_backend_pid()" service=owner > /dev/null; held=0; wait`;
