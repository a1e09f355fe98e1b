import { changing, lasting, security, types } from './headers';

const line = ([name, value]: readonly [string, string]): string => `add_header ${name} "${value}" always;`;

/** The configuration of nginx for a site at the root of a host. */
export function writeNginx(): string {
  // A location that adds a header of its own takes over none of those around it: each names them all.
  const headers = (cache: readonly [string, string], indent: string) =>
    [...security, cache].map((header) => indent + line(header)).join('\n');
  const added = Object.entries(types).filter(([ending]) => ending !== 'wasm');
  return `# A site of Runsheet in nginx: put this into /etc/nginx/conf.d/ or sites-enabled/, and change the three lines marked "yours".
server {
    listen 80;                              # yours: 443 ssl, with your certificate
    server_name runbooks.example.com;       # yours
    root /var/www/runbooks;                 # yours: the folder dist/ of the build

    charset utf-8;
    charset_types text/plain text/css text/markdown text/javascript application/javascript application/json application/manifest+json image/svg+xml;
    absolute_redirect off;
    error_page 404 /404.html;

    gzip on;
    gzip_vary on;
    gzip_types text/css text/javascript application/javascript application/json application/manifest+json image/svg+xml text/markdown;

    # Kinds of files that nginx does not know by itself.
    include mime.types;
    types {
${added.map(([ending, type]) => `        ${type.replace(/;.*/, '')} ${ending};`).join('\n')}
    }

    # Files whose names tell their content never change.
    location /${lasting.path} {
${headers(lasting.header, '        ')}
        try_files $uri =404;
    }

    # Everything else is asked for anew, and sent only where it has changed.
    location / {
${headers(changing, '        ')}
        try_files $uri $uri/ =404;
    }

    # Files that are of no use on the web: the rules for other hosts.
    location = /_headers {
        return 404;
    }
}
`;
}
