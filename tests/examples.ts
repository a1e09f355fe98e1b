import fc from 'fast-check';

/**
 * Laws are tried on the same examples at every run, so that a failure is due to what was changed, and comes again. With `LAWS=fresh`
 * each run tries examples of its own: that is how rare faults are found.
 */
if (process.env.LAWS !== 'fresh') fc.configureGlobal({ seed: 20_261_127 });
