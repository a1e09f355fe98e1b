// Runs a source of the engine, given as the first argument. Node itself refuses to read TypeScript that lies below node_modules.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [, , source, ...args] = process.argv;
process.argv = [process.argv[0], source, ...args];
const alias = { '~': fileURLToPath(new URL('../src', import.meta.url)) };
await runnerImport(source, { configFile: false, logLevel: 'error', resolve: { alias } });
