// What `npm run content` runs: Node does not know the alias `~/`, Vite does.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const alias = { '~': fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '') };
const { module } = await runnerImport(fileURLToPath(new URL('cli.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
  resolve: { alias },
});
process.exitCode = module.checkFromCommandLine(process.argv.slice(2));
