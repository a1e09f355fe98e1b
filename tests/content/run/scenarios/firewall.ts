import { block, save, type Scenario, shell } from '../steps.ts';

export const firewall: Scenario = {
  guide: 'firewall-rules',
  needs: ['nft'],
  steps: [
    // A table of somebody else's, as Docker has; it must be there afterwards.
    shell('nft add table ip docker; mkdir -p /run/bin; printf "#!/bin/sh\\nunit=\\$(echo \\"\\$*\\" | grep -o \\"unit=[a-z-]*\\" | cut -d= -f2)\\necho Running timer as unit: \\$unit.timer\\necho Will run service as unit: \\$unit.service\\n" > /run/bin/systemd-run; chmod +x /run/bin/systemd-run; export PATH=/run/bin:$PATH', 'api-1'),
    save('Firewall rules on the machine', 0, '/tmp/nftables.conf', 'api-1'),
    block('Firewall rules on the machine', 1, { as: 'api-1', replace: [['/etc/nftables.conf', '/tmp/nftables.conf']], shows: 0 }),
    shell('nft list tables | grep -q "ip docker" && nft list tables | grep -q "inet chat"', 'api-1'),
    block('Test from both sides', 1),
    shell('ssh api-2 systemctl stop chat-api'),
    block('Test from both sides', 1, { shows: 2 }),
    shell('ssh api-2 systemctl start chat-api; curl -fs --retry 60 --retry-delay 1 --retry-all-errors -o /dev/null http://api-2:3000/readyz'),
    block('Test from both sides', 2, { as: 'outside' }),
    shell('! timeout 3 bash -c "</dev/tcp/10.0.1.11/3000" 2> /dev/null', 'worker-1'),
    block('Test from both sides', 3, { as: 'api-1', compare: 'loose', shows: 0 }),
    // The way back, as the timer would go it.
    shell('sh -c "nft delete table inet chat; nft -f /root/chat.before"; nft list tables | grep -q "ip docker"; ! nft list tables | grep -q "inet chat"; nft delete table ip docker', 'api-1'),
  ],
  skipped: {
    '"Firewall rules on the machine" 2': 'stops a timer of systemd',
    '"Network security groups" 1': "a provider's own rules",
  },
};
