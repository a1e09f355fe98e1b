// The entry of `npm run content`: loaded through Vite, which knows the alias `~/`; Node does not.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const alias = { '~': fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '') };
const { module } = await runnerImport(fileURLToPath(new URL('cli.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
  resolve: { alias },
});
// A reader that closes the pipe early, as `npm run content | head` does, has seen enough.
process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 0 : 2));
process.exitCode = module.checkFromCommandLine(process.argv.slice(2));
