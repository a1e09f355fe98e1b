// Lets Node run the sources as they are: `~/` is `src/`, and their imports leave out `.ts`; packages resolve as ever.
import { registerHooks } from 'node:module';

const src = new URL('../../src/', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    const ours = /^(~|\.{1,2})\//.test(specifier) && !context.parentURL?.includes('/node_modules/');
    if (!ours || /\.\w+$/.test(specifier)) return next(specifier, context);
    const url = specifier.startsWith('~/') ? new URL(specifier.slice(2), src) : new URL(specifier, context.parentURL);
    return next(`${url}.ts`, context);
  },
});
