import { block, type Scenario, shell } from '../steps.ts';

const protocols = (from: string, to: string) =>
  `ssh lb-1 "sed -i 's/ssl_protocols ${from};/ssl_protocols ${to};/' /etc/nginx/conf.d/chat.conf && systemctl reload nginx"; sleep 1`;

export const tlsAndDns: Scenario = {
  guide: 'tls-and-dns',
  needs: [],
  steps: [
    block('Validate it', 1),
    block('Validate it', 2),
    block('Validate it', 3, { compare: 'loose' }),
    block('Validate it', 4),
    shell(protocols('TLSv1.2 TLSv1.3', 'TLSv1.1 TLSv1.2 TLSv1.3')),
    shell(`ssh lb-1 "sed -i '/ssl_protocols/a ssl_ciphers DEFAULT@SECLEVEL=0;' /etc/nginx/conf.d/chat.conf && systemctl reload nginx"; sleep 1`),
    block('Validate it', 4, { shows: 2 }),
    shell(`ssh lb-1 "sed -i '/SECLEVEL/d' /etc/nginx/conf.d/chat.conf"; ${protocols('TLSv1.1 TLSv1.2 TLSv1.3', 'TLSv1.2 TLSv1.3')}`),
    block('Validate it', 5),
  ],
  skipped: {
    '"Lower the TTL first" 1': 'needs a public domain',
    '"DNS records" 1': 'needs a public domain',
    '"DNS records" 2': 'needs a public domain',
    '"Install the certificate" 1': 'needs a public domain and a certificate authority',
    '"Install the certificate" 2': 'lines of the configuration that the machines run',
    '"Install the certificate" 3': 'lines of the configuration that the machines run',
    '"Install the certificate" 4': 'lines of the configuration that the machines run',
  },
};
