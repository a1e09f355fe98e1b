import type { Random } from './random';

export const sections =
  'infrastructure security performance accessibility content legal analytics seo monitoring backups rollback communications support billing email payments search localization mobile release database networking compliance training documentation access-control incident-response feature-flags capacity vendor'.split(
    ' ',
  );

export const nouns =
  'dns-records tls-certificate load-balancer redirects error-pages robots-txt sitemap cache-headers backups restore-drill alerts dashboards on-call-rota runbook smoke-tests feature-flags rate-limits cookies-banner privacy-policy terms alt-text contrast keyboard-navigation focus-order page-titles meta-descriptions canonical-urls structured-data analytics-events conversion-goals invoices refunds webhooks queue-depth disk-space connection-pool migrations indexes replicas secrets api-keys service-accounts audit-log dependency-scan pen-test-findings firewall-rules csp-header spf-dkim-dmarc bounce-handling unsubscribe-links translations date-formats currency-formats app-store-listing release-notes status-page stakeholders support-macros sla-document data-retention training-session'.split(
    ' ',
  );

export const verbs =
  'configured verified reviewed tested approved enabled documented monitored announced rotated archived signed-off checked-in-staging checked-in-production'.split(
    ' ',
  );

export const fieldIds = [
  'contact/release-manager',
  'contact/on-call-primary',
  'contact/on-call-secondary',
  'contact/dns-provider',
  'contact/hosting-support',
  'contact/legal',
  'contact/press',
  'timeline/code-freeze',
  'timeline/dns-ttl-lowered',
  'timeline/go-live',
  'timeline/go-no-go-call',
  'timeline/rollback-deadline',
  'timeline/retro',
  'signoff/engineering',
  'signoff/product',
  'signoff/security',
  'signoff/legal',
  'links/status-page',
  'links/incident-channel',
  'links/dashboard',
];

export const firstNames =
  'Ana Bojan Chen Dilys Elif Farid Greta Hiro Imani Jonas Kofi Lucía Marta Noor Olga Priya Quentin Rosa Sven Tomás'.split(
    ' ',
  );

const lastNames = 'Petrova Müller Okafor Nakamura García Lindqvist Haddad Kowalski Singh Rossi'.split(' ');

export const titles = [
  'Acme Shop 2.4 launch',
  'Website relaunch, phase 2',
  'Data centre move FRA1 to AMS3',
  'Spring release 2026',
  'Payments cut-over',
];

export const notes = [
  'TTL lowered to 300 on Tuesday, wait for the old records to expire',
  'Blocked: vendor has not sent the certificate yet',
  'Skipped, we do not run ads in this market',
  'Two alerts were silenced by mistake, fixed in #4821',
  'Asked legal, answer expected Thursday',
  'Restore took 42 min, target is 60',
  'Contrast of the footer links is 4.3:1, ticket WEB-1193',
  'Not needed: traffic stays on the old balancer',
  'Tested with NVDA and VoiceOver, one issue left in the menu',
  'Failed on Safari 17, see recording',
];

const twoDigits = (value: number) => String(value).padStart(2, '0');
const writeTime = (random: Random) => `${twoDigits(random.below(24))}:${twoDigits(random.below(12) * 5)}`;
const writeDay = (random: Random) => `2026-${twoDigits(1 + random.below(12))}-${twoDigits(1 + random.below(28))}`;

function writeContact(random: Random, name: string): string {
  if (random.next() < 0.5) {
    const [country, area, number, end] = [
      30 + random.below(60),
      100 + random.below(900),
      1000 + random.below(9000),
      10 + random.below(90),
    ];
    return `${name}, +${country} ${area} ${number} ${end}`;
  }
  const [first = ''] = name.split(' ');
  return `${name} <${first
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')}@example.com>`;
}

/** Texts that people write in a field: a contact, a time, a signature or an address. */
export function writeField(random: Random, field: string): string {
  const name = `${random.pick(firstNames)} ${random.pick(lastNames)}`;
  const [section] = field.split('/');
  if (section === 'contact') return writeContact(random, name);
  if (section === 'timeline') return `${writeDay(random)} ${writeTime(random)} UTC`;
  if (section === 'signoff') {
    return `${random.next() < 0.7 ? 'Approved by' : 'Approved with remarks,'} ${name}, ${writeDay(random)}`;
  }
  return random.pick([
    `https://status.example.com/incidents/${1000 + random.below(9000)}`,
    `#launch-${random.pick(['web', 'payments', 'infra'])}-2026`,
    `https://grafana.example.com/d/${Math.floor(random.next() * 2 ** 40).toString(36)}/launch`,
  ]);
}
