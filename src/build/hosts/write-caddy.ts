import { changing, lasting, security, types } from './headers';

const line = ([name, value]: readonly [string, string]): string => `${name} "${value}"`;

/** The configuration of Caddy for a site at the root of a host. */
export function writeCaddy(): string {
  const ofTypes = Object.entries(types).flatMap(([ending, type]) => [
    `    @${ending} path *.${ending}`,
    `    header @${ending} Content-Type "${type}"`,
  ]);
  return `# A site of Runsheet in Caddy, which fetches its certificate by itself: change the two lines marked "yours".
runbooks.example.com { # yours
    root * /var/www/runbooks # yours: the folder dist/ of the build
    encode gzip zstd

    header {
${security.map((header) => `        ${line(header)}`).join('\n')}
    }

    # Files whose names tell their content never change; everything else is asked for anew, and sent only where it has changed.
    @lasting path /${lasting.path}*
    @changing not path /${lasting.path}*
    header @lasting ${line(lasting.header)}
    header @changing ${line(changing)}

    # Kinds of files that Caddy may not know by itself.
${ofTypes.join('\n')}

    # Files that are of no use on the web: the rules for other hosts.
    @rules path /_headers
    error @rules 404

    file_server

    handle_errors {
        rewrite * /404.html
        file_server
    }
}
`;
}
