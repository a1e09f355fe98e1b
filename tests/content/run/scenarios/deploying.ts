import { block, save, type Scenario, shell } from '../steps.ts';

/** The machines start with both releases, the new one in use; this one begins as on the evening of the deployment. */
export const deploying: Scenario = {
  guide: 'deploying',
  needs: [],
  steps: [
    shell(
      `for host in api-1 api-2 worker-1; do ssh $host 'rm -r /srv/chat/releases/v1.0.0 && ln -sfn releases/v0.9.4 /srv/chat/current'; done
      for host in api-1 api-2; do ssh $host systemctl restart chat-api; done; ssh worker-1 systemctl restart chat-worker`,
    ),
    save('Drain a machine', 1, '/root/drain.sh'),
    save('Switch one machine at a time', 1, '/root/deploy-one.sh'),
    shell('cp chat-v1.0.0.tar.gz kept.tar.gz; echo broken > chat-v1.0.0.tar.gz'),
    block('Put the release on every machine', 1, { shows: 2 }),
    shell('mv kept.tar.gz chat-v1.0.0.tar.gz; ! ssh api-1 test -e /srv/chat/releases/v1.0.0'),
    block('Put the release on every machine', 1),
    shell('getent hosts api-1'),
    block('Scale down first', 1),
    block('Scale down first', 2),
    block('Scale down first', 3),
    // The last machine is never taken out.
    shell('! ./drain.sh api-1 out'),
    // A machine that cannot be asked is taken out, and not called quiet.
    shell(`ssh api-2 sudo systemctl start chat-api; ./drain.sh api-2 in; mv /machines/shims/ssh /machines/shims/ssh.kept
      printf '#!/bin/bash\\ncase "$*" in *" ss "*) exit 255;; esac; exec /machines/shims/ssh.kept "$@"\\n' > /machines/shims/ssh; chmod 755 /machines/shims/ssh
      said=$(./drain.sh api-2 out 2>&1); gone=$?; mv /machines/shims/ssh.kept /machines/shims/ssh
      [ $gone = 1 ] && [ "$said" = 'api-2: out, but it cannot be asked what is under way' ] && ssh api-2 sudo systemctl stop chat-api`),
    shell('ssh api-2 sudo systemctl start chat-api; ssh worker-1 sudo systemctl start chat-worker; ./drain.sh api-2 in'),
    block('Switch one machine at a time', 2),
    block('Switch one machine at a time', 3, { exit: 2 }),
    shell('test "$(ssh api-2 readlink -f /srv/chat/current)" = /srv/chat/releases/v0.9.4'),
    block('If the first machine does not come up', 1),
    block('If the first machine does not come up', 2),
    shell('./deploy-one.sh api-1 v1.0.0'),
    // A long answer that is under way while its machine is switched comes to its end.
    shell('curl -sS --no-buffer https://app.example.com/slow-answer > slow.txt & until [ -s slow.txt ]; do sleep 0.1; done'),
    block('Switch one machine at a time', 4),
    shell('wait; tail -n 1 slow.txt | grep -qx "end of the answer"'),
    shell('./drain.sh api-2 out && ssh api-2 sudo systemctl stop chat-api && ssh worker-1 sudo systemctl stop chat-worker'),
    block('Scale up', 1),
    block('Scale up', 2, { compare: 'loose' }),
  ],
};
