import { block, save, type Scenario, shell } from '../steps.ts';

export const smokeTests: Scenario = {
  guide: 'smoke-tests',
  needs: [],
  steps: [
    save('Run them', 1, '/root/smoke.sh'),
    block('Run them', 2),
    shell('ssh worker-1 sudo systemctl stop chat-worker'),
    block('Run them', 2, { shows: 2, exit: 1 }),
    shell('ssh worker-1 sudo systemctl start chat-worker'),
    // Nothing is deleted if no conversation can be made.
    shell(
      `psql -XAtqc "SELECT count(*) FROM conversations" service=owner > before
      SMOKE_HEADER=.chat/a-old.header BASE_URL=https://app.example.com VERSION=v1.0.0 ./smoke.sh | tail -1 | grep -qx '5 failed'
      psql -XAtqc "SELECT count(*) FROM conversations" service=owner | diff before -`,
    ),
  ],
};
