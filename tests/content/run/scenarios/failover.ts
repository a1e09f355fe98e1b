import { block, type Scenario, shell } from '../steps.ts';

const [first, second] = ['postgres@db-1', 'postgres@db-2'] as const;
/** Waits until the one standby has all that the primary wrote. */
const caughtUp = `for _ in $(seq 120); do [ "$(psql -XAtqc "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming' AND replay_lsn = pg_current_wal_lsn()" service=owner)" = 1 ] && break; sleep 0.5; done`;
const cluster = (file: string) => `cp /machines/db-1/etc/postgresql/15/main/${file} /etc/postgresql/15/main/${file}`;

/** The whole way: a standby, a dead primary, a promotion, the old one as a standby, and back; the machines are as before at its end. */
export const failover: Scenario = {
  guide: 'failover',
  needs: [],
  steps: [
    // The second database server, as the repository would make it.
    shell(
      `pg_createcluster 15 main > /dev/null && mkdir -p /etc/postgresql/15/main/conf.d && ${cluster('conf.d/chat.conf')} && ${cluster('pg_hba.conf')}
      cp /machines/pki/db-2.crt /etc/postgresql/15/main/server.crt && cp /machines/pki/db-2.key /etc/postgresql/15/main/server.key
      chown -R postgres: /etc/postgresql/15/main && chmod 600 /etc/postgresql/15/main/server.key`,
      'db-2',
    ),
    ...[first, second].map((seat) =>
      shell('echo "*:5432:replication:replicator:replicator-password" > ~/.pgpass && chmod 600 ~/.pgpass', seat),
    ),
    block('Build a standby', 1, { as: second, replace: [['primary=db-2', 'primary=db-1']] }),
    block('Build a standby', 2, { as: 'db-2' }),
    block('Build a standby', 3, { replace: [['10.0.2.10', '10.0.2.11']], shows: 0 }),
    // A second attempt finds the slot of the first, and gives it up.
    shell('pg_ctlcluster 15 main stop', 'db-2'),
    block('Build a standby', 1, { as: second, replace: [['primary=db-2', 'primary=db-1']] }),
    shell('rm -r /var/lib/postgresql/15/main.2*', second),
    block('Build a standby', 2, { as: 'db-2' }),
    shell(`BASE_URL=https://app.example.com VERSION=v1.0.0 ./smoke.sh > /dev/null; ${caughtUp}`),
    // The primary dies.
    shell('pg_ctlcluster 15 main stop -m immediate', 'db-1'),
    block('Is it really dead', 1),
    block('If the primary dies', 1, { as: second, compare: 'loose' }),
    block('If the primary dies', 2),
    block('If the primary dies', 3, { as: second }),
    shell('for host in api-1 api-2; do curl -fsS --retry 10 --retry-all-errors http://$host:3000/readyz > /dev/null 2>&1; done'),
    block('If the primary dies', 4),
    // The old primary follows the new one.
    block('Build a standby', 1, { as: first }),
    block('Build a standby', 2, { as: 'db-1' }),
    shell(caughtUp),
    block('Build a standby', 3, { compare: 'loose' }),
    block('Switch over on purpose', 1),
    block('Switch over on purpose', 2),
    shell('for host in api-1 api-2; do curl -fsS --retry 10 --retry-all-errors http://$host:3000/readyz > /dev/null 2>&1; done; BASE_URL=https://app.example.com VERSION=v1.0.0 ./smoke.sh | tail -1 | grep -qx "0 failed"'),
    shell('test "$(psql -XAtqc "SELECT count(*) FROM messages" service=owner)" -ge 300000'),
  ],
};
