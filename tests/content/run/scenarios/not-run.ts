/** Runnable blocks of guides without a scenario, or of which it takes only some: `"<section>" <nth>` and the reason. */
export const notRun: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'deploying-on-kubernetes': Object.fromEntries(
    ['"The deployment" 1', '"Deploy" 1', '"Deploy" 2', '"Deploy" 3', '"See which version runs" 1', '"Run a migration" 1', '"Scale" 1', '"Roll back" 1'].map(
      (block) => [block, 'needs a cluster'],
    ),
  ),
};
