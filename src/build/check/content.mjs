// What `npm run content` runs: Node does not know the alias `~/`, Vite does.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const alias = { '~': fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '') };
const { module } = await runnerImport(fileURLToPath(new URL('cli.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
  resolve: { alias },
});
// Who reads no further, as `npm run content | head` does, has seen enough.
process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 0 : 2));
process.exitCode = module.checkFromCommandLine(process.argv.slice(2));
