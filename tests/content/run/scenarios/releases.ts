import { block, save, type Scenario, shell } from '../steps.ts';
import { hold, release } from './hold.ts';

const server = 'https://git.example.com/team/chat.git';

export const cuttingTheRelease: Scenario = {
  guide: 'cutting-the-release',
  needs: ['git', 'ssh-keygen'],
  steps: [
    shell(
      `exec 3>&1; ssh-keygen -q -t ed25519 -N '' -f key && export HOME=/root && git config --global user.name Releases && git config --global user.email releases@example.com
      git config --global gpg.format ssh && git config --global user.signingkey ~/key.pub && git config --global init.defaultBranch main && git config --global advice.detachedHead false
      printf 'releases@example.com %s\\n' "$(cat key.pub)" > signers && git config --global gpg.ssh.allowedSignersFile ~/signers
      git init -q --bare server.git && git config --global url./root/server.git.insteadOf ${server} && git clone -q ${server} work 2> /dev/null && cd work
      printf '# Chat\\n\\n## Getting started\\n\\nnpm ci\\n\\n## Help\\n' > README.md && git add . && git commit -qm 'First' && git tag v0.9.4 && git push -q origin main
      git switch -qc feature/sessions && echo s > sessions && git add . && git commit -qm 'End sessions' && git switch -q main && git merge -q --no-ff -m "Merge branch 'feature/sessions'" feature/sessions
      git switch -qc feature/squashed && echo q > squashed && git add . && git commit -qm 'Find conversations' && git push -q origin feature/squashed 2> /dev/null && git switch -q main && git merge -q --squash feature/squashed > /dev/null && git commit -qm 'Search all conversations (#128)'
      git switch -qc feature/search && echo f > find && git add . && git commit -qm 'Find conversations by their words' && git push -q origin feature/search main 2> /dev/null && git switch -q main`,
    ),
    block('Merge what is ready', 1),
    block('Merge what is ready', 2),
    block('Update the changelog', 1),
    block('Update the README', 1, { shows: 0 }),
    shell('cd ~/work'),
    block('Wait for the pipeline', 1),
    block('Tag the version', 1, { shows: 0 }),
    block('Tag the version', 2),
    shell('cp ../chat-v1.0.0.tar.gz* .'),
    block('Build once', 1),
    shell('git tag -a v1.0.1 -m v1.0.1'),
    block('When something is found after the tag', 1, { compare: 'loose', replace: [['v1.0.0', 'v1.0.1']] }),
    shell('git tag -a v1.0.1 -m v1.0.1 && git push -q origin v1.0.1 2> /dev/null'),
    block('When something is found after the tag', 1, { shows: 2, replace: [['v1.0.0', 'v1.0.1']] }),
    // A server that does not answer is not one that lacks the tag.
    shell('mv ../server.git ../away.git'),
    block('When something is found after the tag', 1, { shows: 0, replace: [['v1.0.0', 'v1.0.1']] }),
    shell('mv ../away.git ../server.git; git rev-parse -q --verify v1.0.1 > /dev/null'),
    shell('rm -rf "$copy"; cd; rm -rf work server.git'),
  ],
  skipped: { '"List what is in it" 1': "needs a project's own packages" },
};

export const preReleaseChecks: Scenario = {
  guide: 'pre-release-checks',
  needs: ['git'],
  steps: [
    shell(`mkdir -p repo/config && cd repo && git init -q && cp ../secret-patterns.txt . && echo "const key = process.env.MODEL_API_KEY;" > config/model.js && git add . && npm() { echo 'found 0 vulnerabilities'; }`),
    block('Security audit', 1),
    shell(`printf "const key = '%s';\\n" sk-proj-Abc1-Def2_Ghi3-Jkl4 > config/model.js`),
    block('Security audit', 1, { shows: 0 }),
    shell('git grep -nIE -f secret-patterns.txt -- . ":!secret-patterns.txt" | grep -q "^config/model.js:1:"; cd; rm -rf repo; unset -f npm'),
    block('Performance', 1, { compare: 'loose', replace: [['https://staging.example.com', 'https://app.example.com'], ['[1-20000]', '[1-200]']] }),
    block('Performance', 2, { as: 'postgres@db-1', shows: 0, replace: [['psql -X app', 'psql -X postgres']] }),
  ],
  skipped: {
    '"The order" 1': "a project's own commands",
    '"Linting" 1': "a project's own commands",
    '"Unit tests" 1': "a project's own commands",
    '"Integration tests" 1': 'needs containers',
    '"End-to-end tests" 1': "a project's own commands",
  },
};

export const securityChecks: Scenario = {
  guide: 'security-checks',
  needs: ['gpg'],
  steps: [
    block('Scan', 3),
    shell(`ssh lb-1 "sed -i.kept '/Content-Security-Policy/d' /etc/nginx/snippets/chat-headers.conf && sed -i.kept 's/server_tokens off/server_tokens on/' /etc/nginx/conf.d/chat.conf && systemctl reload nginx"`),
    block('Scan', 3, { shows: 2 }),
    shell(`ssh lb-1 "cd /etc/nginx && mv snippets/chat-headers.conf.kept snippets/chat-headers.conf && mv conf.d/chat.conf.kept conf.d/chat.conf && systemctl reload nginx"`),
    block('Encryption', 1),
    block('Encryption', 2),
    shell(`gpg --batch --list-keys backup@example.com > /dev/null 2>&1 || gpg --batch --quiet --passphrase '' --quick-generate-key backup@example.com rsa2048 encr never 2> /dev/null
      file=chat-20261125T2140Z-before-v1.0.0.dump; pg_dump -Fc -f "$file" -d service=owner -t users && gpg --batch --yes --trust-model always -r backup@example.com -o "$file.gpg" -e "$file"`),
    block('Encryption', 3),
    block('Encryption', 4),
    block('Authentication', 1),
    shell('cp .chat/a-old.header kept-old && cp .chat/a.header .chat/a-old.header'),
    block('Authentication', 1, { shows: 2 }),
    shell('mv kept-old .chat/a-old.header'),
    block('Authorization', 1),
    block('Undo', 1),
    // Nothing is deleted if no conversation can be made.
    shell(`psql -XAtqc "SELECT count(*) FROM conversations" service=owner > before; cp .chat/a.header kept; echo 'Authorization: Bearer wrong' > .chat/a.header`),
    block('Authorization', 1, { shows: 0 }),
    shell(`mv kept .chat/a.header; psql -XAtqc "SELECT count(*) FROM conversations" service=owner | diff before -`),
  ],
  skipped: { '"Scan" 1': 'needs scanners that Debian does not have', '"Scan" 2': "a scanner's configuration" },
};

export const cleaningUp: Scenario = {
  guide: 'cleaning-up',
  needs: ['git'],
  steps: [
    block('Remove what was temporary', 1),
    shell("createdb app_broken && psql -Xqc 'ALTER DATABASE app_broken ALLOW_CONNECTIONS false'", 'postgres@db-1'),
    block('Remove what was temporary', 2, { as: 'postgres@db-1' }),
    block('Remove what was temporary', 3, { as: 'postgres@db-1' }),
    block('Remove what was temporary', 4, { as: 'postgres@db-1', shows: 0, exit: 0, replace: [['--interactive ', '']] }),
    shell('dropdb --if-exists app_broken; rm app_broken.dump', 'postgres@db-1'),
    shell(`printf 'one\\ntwo\\nthree\\n' > deploy-v1.0.0.log; : > deploy-v1.0.0.timing; : > run-v1.0.0.json; : > run-v1.0.0.md`),
    block('Archive the logs', 1),
    shell(`sed -i '2s/.*/Authorization: Bearer abc123.DEF456-ghi789/' deploy-v1.0.0.log`),
    block('Archive the logs', 1, { shows: 2 }),
    block('Archive the logs', 2),
  ],
  skipped: { '"Lessons learned" 1': 'asks the repository of the runbooks' },
};

export const documentationSet: Scenario = {
  guide: 'documentation-set',
  needs: [],
  steps: [
    shell(`mkdir docs && printf '# Setup\\n\\nOpen http://localhost:8080 on your own machine.\\n\\n[App](https://app.example.com/) [Other](other.md#part) [Old](../old/page.md)\\n' > docs/setup.md && echo x > docs/other.md`),
    block('For all of them', 1),
    save('For all of them', 2, '/root/links.sh'),
    block('For all of them', 3),
    shell('rm -r docs'),
  ],
  skipped: {
    '"Developer guide" 1': "a project's own commands",
    '"API documentation" 1': 'needs a description of an API',
    '"Put it online" 1': 'needs a portal',
  },
};

export const incidentResponse: Scenario = {
  guide: 'incident-response',
  needs: [],
  steps: [
    block('Acknowledge', 1, { shows: 0 }),
    block('Look for the change', 1, { compare: 'loose' }),
    shell(`${hold('LOCK TABLE messages')}
      (echo 'alter table messages add column language2 text; alter table messages drop column language2' | psql -Xq service=owner > /dev/null) &
      until [ "$(psql -XAtqc 'SELECT count(*) FROM pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0' service=owner)" = 1 ]; do sleep 0.2; done`),
    block('Look for the change', 2, { compare: 'loose' }),
    shell(release),
    block('Stop the harm', 1, { compare: 'loose', shows: 0 }),
  ],
};

export const planningTheDeployment: Scenario = {
  guide: 'planning-the-deployment',
  needs: [],
  steps: [block('Choose the window', 1, { as: 'lb-1', shows: 0 })],
};
