import { spawn } from 'node:child_process';
import { messageOf } from '~/build/message-of';
import { startBroker, type EmbeddedBroker } from './embedded-broker';

/*
 * `npm run live`: a broker on this machine, and the site built for it, to try a live room with two browsers. Nothing of it is kept, and
 * nothing outside this machine can reach it.
 */

const port = process.env.PORT ?? '4321';
const brokerPort = Number(process.env.BROKER_PORT ?? 1884);
const say = (words: string): void => void process.stdout.write(`${words}\n`);

const usage = `usage: npm run live

Starts a broker on this machine, builds the site with live rooms over it, and serves it: to try a room with two browsers.
PORT names the port of the site (4321), BROKER_PORT that of the broker (1884).
`;

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

/** Runs Astro until it ends; its exit code. */
const astro = (args: readonly string[], broker: string): Promise<number> =>
  new Promise((done) => {
    const env = { ...process.env, LIVE_BROKER: broker, OUT_DIR: 'node_modules/.cache/live-site' };
    spawn('node_modules/.bin/astro', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).on('close', (code) =>
      done(code ?? 1),
    );
  });

/** Starts the broker, or stops with the reason why it cannot be started. */
const openBroker = (): Promise<EmbeddedBroker> =>
  startBroker(brokerPort).catch((error: unknown) =>
    stop(`The broker cannot listen at port ${brokerPort}: ${messageOf(error)}. Name another port as BROKER_PORT.`),
  );

const [argument] = process.argv.slice(2);
if (argument === '--help') {
  process.stdout.write(usage);
  process.exit(0);
}
if (argument !== undefined) stop(`Expected no argument, found \`${argument}\`.\n\n${usage}`);
const broker = await openBroker();
say(`A broker listens at ${broker.url}. The site is being built for it …`);
const built = await astro(['build'], broker.url);
if (built === 0) {
  say(`
1. Open http://localhost:${port} in one browser, choose a runbook, then Share, then “Go live”. Copy the room link.
2. Open the room link in another browser, or in a private window, and choose “Join”.
3. Tick on either side. For a screen on the wall, put ?watch in place of ?run into the link.

Stop with Ctrl C. For real use, see the guide “Run a broker for live rooms” and deploy/live/.`);
}
process.exit(built || (await astro(['preview', '--port', port], broker.url)));
