import { block, type Scenario, shell } from '../steps.ts';

const postgres = 'postgres@db-1';
const drill = 'postgres@db-2';
const names: [string, string][] = [['chat-20261125T2140Z-before-v1.0.0.dump', 'restore.dump']];

export const restoring: Scenario = {
  guide: 'restoring-a-database',
  needs: [],
  steps: [
    shell(`pg_basebackup -D /mnt/base/restore --checkpoint=fast && pg_dump -Fc -f restore.dump app && sha256sum restore.dump > restore.dump.sha256
      echo 'rows after the backup'; psql -Xqd app -c "INSERT INTO messages (conversation_id, body) SELECT 1, 'after' FROM generate_series(1, 15)"
      psql -Xqc 'SELECT pg_switch_wal()' > /dev/null; sleep 2
      moment=$(psql -XAtc "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')"); sleep 1
      psql -Xqd app -c 'DELETE FROM messages WHERE conversation_id < 5000'; psql -Xqc 'SELECT pg_switch_wal()' > /dev/null; sleep 2
      echo "$moment" > moment; echo /mnt/base/restore > base`, postgres),
    block('First, save what is there', 1, { as: postgres, shows: 0 }),
    shell('cp restore.dump kept; echo x >> restore.dump', postgres),
    block('Restore a dump beside the original', 2, { as: postgres, shows: 2, replace: names }),
    shell('mv kept restore.dump', postgres),
    // The drill: a machine of its own, without the roles, gets the encrypted file and its checksum.
    shell('pg_createcluster 15 main > /dev/null && pg_ctlcluster 15 main start', 'db-2'),
    shell(`export GNUPGHOME=/tmp/gnupg; mkdir -p -m 700 $GNUPGHOME; gpg --batch --quiet --passphrase '' --quick-generate-key backup@example.com rsa2048 encr never 2> /dev/null
      cp /machines/db-1/tmp/restore.dump.sha256 . && gpg --batch --trust-model always -r backup@example.com -o restore.dump.gpg -e /machines/db-1/tmp/restore.dump; test ! -e restore.dump`, drill),
    block('Restore a dump beside the original', 1, { as: drill }),
    block('Restore a dump beside the original', 2, { as: drill, replace: names, compare: 'loose' }),
    block('Restore a dump beside the original', 3, { as: drill }),
    block('Compare', 1, { as: drill, shows: 0 }),
    shell(`test "$(psql -XAtd app_restore -c 'SELECT count(*) FROM messages')" -ge 300000; gpgconf --kill all; rm -rf /tmp/gnupg restore.dump*`, drill),
    shell('pg_dropcluster --stop 15 main', 'db-2'),
    block('Restore a dump beside the original', 2, { as: postgres, replace: names, compare: 'loose' }),
    block('Restore a dump beside the original', 3, { as: postgres }),
    block('Compare', 1, { as: postgres, compare: 'loose' }),
    block('Compare', 2, { as: postgres }),
    shell('dropdb app_restore', postgres),
    block('Recover to a point in time', 1, {
      as: postgres,
      replace: [
        ['base=/mnt/base/20261125', 'base=$(cat base)'],
        ["moment='2026-11-25 21:57:46+00'", 'moment="$(cat moment)+00"'],
      ],
    }),
    block('Recover to a point in time', 2, { as: postgres }),
    block('Recover to a point in time', 3, { as: postgres, compare: 'loose' }),
    block('Recover to a point in time', 4, { as: postgres }),
    block('Bring the data back', 1, { as: postgres, compare: 'loose' }),
    block('Bring the data back', 2, { as: postgres, compare: 'loose' }),
    block('Bring the data back', 3, { as: postgres }),
    shell('psql -Xqd app -c "INSERT INTO messages OVERRIDING SYSTEM VALUE SELECT * FROM messages_lost ON CONFLICT (id) DO NOTHING" -c "DROP TABLE messages_lost"; test "$(psql -XAtd app -c "SELECT count(*) FROM messages")" -ge 300000', postgres),
    block('Undo and clean up', 1, { as: postgres, replace: [['--interactive ', '']] }),
    shell('test ! -e /var/lib/postgresql/recovery; rm -f restore.dump* moment base', postgres),
  ],
};
