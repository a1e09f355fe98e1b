import { block, type Scenario, shell } from '../steps.ts';

const postgres = 'postgres@db-1';

export const backups: Scenario = {
  guide: 'backups',
  needs: ['gpg'],
  steps: [
    shell(
      `gpg --batch --quiet --passphrase '' --quick-generate-key backup@example.com rsa2048 encr never 2> /dev/null`,
    ),
    block('Take one now', 1),
    block('Take one now', 2),
    shell('cp "$file" whole.dump; truncate -s $(($(stat -c %s whole.dump) * 6 / 10)) "$file"'),
    block('Take one now', 2, { shows: 2 }),
    shell('cp whole.dump "$file"; mkdir -p away; cp "$file" "$file.sha256" away/'),
    block('Take one now', 3),
    // The guide on security shows how to see that a file is encrypted, and its scenario tries that on this file.
    shell('cp "$file.gpg" encrypted.gpg'),
    block('Take one now', 4),
    block('Set up the schedule', 2, { as: postgres }),
    // A second one on the same day is refused, and the first is not taken for it.
    shell('! (pg_basebackup --pgdata="$backup" --checkpoint=fast 2> /dev/null && echo taken)', postgres),
    shell('printf xx >> "$(ls -d /mnt/base/* | tail -1)/base/1/1247"', postgres),
    shell('! /usr/lib/postgresql/15/bin/pg_verifybackup "$backup" 2> broken.txt; grep -q "has size" broken.txt; rm -r "$backup"', postgres),
    block('Set up the schedule', 2, { as: postgres }),
    // A switch of a file to which nothing was written does nothing: something is written each time.
    shell('chmod 500 /mnt/wal; for _ in $(seq 120); do psql -Xqc "SELECT pg_logical_emit_message(true, \'run\', \'wakes the archiver\'), pg_switch_wal()" > /dev/null; [ "$(psql -XAtc "SELECT failed_count > 0 FROM pg_stat_archiver")" = t ] && break; sleep 0.5; done', postgres),
    block('Verify, every day, by machine', 1, { shows: 2, compare: 'loose' }),
    shell('chmod 700 /mnt/wal; for _ in $(seq 60); do psql -Xqc "SELECT pg_logical_emit_message(true, \'run\', \'wakes the archiver\'), pg_switch_wal()" > /dev/null; [ "$(psql -XAtc "SELECT last_archived_time > last_failed_time FROM pg_stat_archiver")" = t ] && break; sleep 0.5; done', postgres),
    shell('psql -Xqc "SELECT pg_stat_reset_shared(\'archiver\')" > /dev/null', postgres),
    block('Verify, every day, by machine', 2, { as: postgres }),
    shell('for _ in $(seq 120); do [ "$(psql -XAtc "SELECT last_archived_time > now() - interval \'5 minutes\' FROM pg_stat_archiver")" = t ] && break; sleep 0.5; done', postgres),
    block('Verify, every day, by machine', 1, { compare: 'loose' }),
  ],
  skipped: { '"Set up the schedule" 1': 'lines of the configuration that the machines run' },
};
