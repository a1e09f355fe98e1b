import { fileURLToPath } from 'node:url';

/** The folder of the engine's sources, wherever it lies. Where the engine is compiled, this is still the folder of its sources. */
export const sourceFolder = fileURLToPath(new URL('..', import.meta.url));
