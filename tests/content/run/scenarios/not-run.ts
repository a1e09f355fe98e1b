/** Runnable blocks of guides without a scenario, or of which it takes only some: `"<section>" <nth>` and the reason. */
export const notRun: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'deploying-on-kubernetes': Object.fromEntries(
    ['"The deployment" 1', '"Deploy" 1', '"Deploy" 2', '"Deploy" 3', '"See which version runs" 1', '"Run a migration" 1', '"Scale" 1', '"Roll back" 1'].map(
      (block) => [block, 'needs a cluster'],
    ),
  ),
  'marks-from-ci': {
    '"Mark a step in a link" 1': 'needs a pipeline',
    '"GitHub Actions" 1': 'needs a pipeline',
    '"GitLab" 1': 'needs a pipeline',
  },
  'running-a-broker': {
    '"Start Mosquitto" 1': 'needs a broker',
    '"Tell the site" 1': 'needs a broker',
    '"Start three nodes of NATS" 1': 'needs a broker',
    '"Start three nodes of NATS" 2': 'needs a broker',
    '"Wipe it" 1': 'needs a broker',
  },
};
