import { block, save, type Scenario, shell } from '../steps.ts';

export const monitoring: Scenario = {
  guide: 'monitoring-and-alerts',
  needs: ['prometheus', 'promtool', 'amtool', 'prometheus-alertmanager'],
  steps: [
    save('Application', 1, '/root/prometheus.yml', 'monitoring'),
    shell(
      `prometheus --config.file=prometheus.yml --storage.tsdb.path=data --web.listen-address=:9090 > prometheus.log 2>&1 &
      printf 'route: { receiver: nobody }\\nreceivers: [{ name: nobody }]\\n' > alertmanager.yml
      prometheus-alertmanager --config.file=alertmanager.yml --storage.path=alerts --cluster.listen-address= > alertmanager.log 2>&1 &
      mkdir -p ~/.config/amtool && echo 'alertmanager.url: http://localhost:9093' > ~/.config/amtool/config.yml
      for _ in $(seq 150); do curl -fs 'http://localhost:9090/api/v1/query?query=count(up)' | grep -q '"12"' && curl -fs http://localhost:9093/-/ready > /dev/null && break; sleep 1; done`,
      'monitoring',
    ),
    block('Application', 2, { shows: 2 }),
    save('Thresholds', 1, '/root/rules.yml'),
    block('Thresholds', 2),
    block('During a window', 1, { as: 'monitoring' }),
    block('During a window', 2, { as: 'monitoring' }),
    shell('kill %1 %2; wait', 'monitoring'),
  ],
  skipped: { '"Database" 1': 'lines of the configuration that the machines run' },
};

export const slos: Scenario = {
  guide: 'slos',
  needs: ['promtool'],
  steps: [
    block('The error budget', 1, { as: 'lb-1', shows: 0 }),
    save('Alerts on how fast it burns', 1, '/root/budget.yml'),
    save('Alerts on how fast it burns', 2, '/root/budget-test.yml'),
    block('Alerts on how fast it burns', 3),
  ],
};
