import { block, type Scenario, shell } from '../steps.ts';

const postgres = 'postgres@db-1';

export const rollingBack: Scenario = {
  guide: 'rolling-back',
  needs: [],
  steps: [
    block('Put maintenance mode on', 1),
    block('Scale down', 1),
    block('Put the old code back', 1),
    block('Put the old code back', 2),
    shell('createdb -O app_owner -T app app_restore 2> /dev/null || { psql -Xqc "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = \'app\'" > /dev/null; createdb -O app_owner -T app app_restore; }', postgres),
    block('Roll back the database, if you must', 1, { as: postgres, compare: 'loose' }),
    block('Roll back the database, if you must', 2, { as: postgres, compare: 'loose' }),
    block('Roll back the database, if you must', 3, { as: postgres, compare: 'loose' }),
    shell('dropdb app_restore', postgres),
    block('Roll back the database, if you must', 2, { as: postgres, shows: 2, compare: 'loose' }),
    shell('test "$(psql -XAtqc "SELECT count(*) FROM pg_database WHERE datname = \'app\'")" = 1; psql -Xqc "ALTER DATABASE app ALLOW_CONNECTIONS true"', postgres),
    block('Check the rollback', 1),
    shell(
      `ssh lb-1 rm /srv/chat/maintenance.on; for host in api-1 api-2; do ./deploy-one.sh $host v1.0.0; done
      ssh worker-1 'ln -sfn releases/v1.0.0 /srv/chat/current && systemctl restart chat-worker'`,
    ),
  ],
};
