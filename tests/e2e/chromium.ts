import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A Chromium to test with: where it is, and what its environment needs. */
interface Chromium {
  executablePath: string;
  env: Record<string, string>;
}

const installed = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(
  (name) => `/usr/bin/${name}`,
);

/**
 * Unpacks the Chromium of @sparticuz/chromium, which also carries the libraries and a font that a bare Debian lacks.
 * It unpacks into the folder for temporary files, wherever that is, and its libraries only where it believes to be at AWS:
 * so both are pretended while it does, in a folder of our own, named by the package's version.
 */
async function unpackChromium(): Promise<Chromium> {
  const { version } = JSON.parse(readFileSync('node_modules/@sparticuz/chromium/package.json', 'utf8'));
  const folder = path.resolve('node_modules/.cache/chromium', version);
  mkdirSync(folder, { recursive: true });
  const before = { ...process.env };
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    const { LD_LIBRARY_PATH = '' } = process.env;
    const FONTCONFIG_FILE = path.join(folder, 'fonts.conf');
    // Its own configuration looks for the font in /tmp/fonts; a Chromium that finds no font at all crashes at the first page.
    const dirs = ['/usr/share/fonts', path.join(folder, 'fonts')].map((dir) => `<dir>${dir}</dir>`).join('');
    const cached = `<cachedir>${path.join(folder, 'fonts-cache')}</cachedir>`;
    writeFileSync(FONTCONFIG_FILE, `<?xml version="1.0"?><fontconfig>${dirs}${cached}</fontconfig>\n`);
    return { executablePath, env: { LD_LIBRARY_PATH, FONTCONFIG_FILE } };
  } finally {
    process.env = before;
  }
}

/** Finds a Chromium: $CHROME_PATH, one that is installed, or the one that comes as an npm package. */
export async function findChromium(): Promise<Chromium> {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH !== undefined && !existsSync(CHROME_PATH)) {
    throw new Error(`CHROME_PATH: expected a Chromium there, found nothing at ${CHROME_PATH}.`);
  }
  const executablePath = CHROME_PATH ?? installed.find((file) => existsSync(file));
  return executablePath === undefined ? unpackChromium() : { executablePath, env: {} };
}
