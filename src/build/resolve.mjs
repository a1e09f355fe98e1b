// Lets Node run the sources as they are: `~/` is `src/`, and imports leave out `.ts`. Packages resolve as usual.
import { registerHooks } from 'node:module';

const src = new URL('../', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    const isOurs = /^(~|\.{1,2})\//.test(specifier) && !context.parentURL?.includes('/node_modules/');
    if (!isOurs || /\.\w+$/.test(specifier)) return next(specifier, context);
    const url = specifier.startsWith('~/') ? new URL(specifier.slice(2), src) : new URL(specifier, context.parentURL);
    return next(`${url}.ts`, context);
  },
});
