/** Runnable blocks of guides without a scenario, or of which it takes only some: `"<section>" <nth>` and the reason. */
export const notRun: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'adopting-runsheet': {
    '"Template" 1': 'run by npm run adoption',
    '"Template" 2': 'run by npm run adoption',
    '"Action" 1': 'run by npm run adoption',
    '"Package" 1': 'run by npm run adoption',
    '"Bring in what you have" 1': 'run by npm run adoption',
    '"Bring in what you have" 2': 'the same check, run by tests/content/ties.test.ts',
    '"Say where your pages are" 1': 'settings, read by tests/markdown/folders.test.ts',
    '"Put it on a host" 1': 'settings',
  },
  'deploying-on-kubernetes': Object.fromEntries(
    ['"The deployment" 1', '"Deploy" 1', '"Deploy" 2', '"Deploy" 3', '"See which version runs" 1', '"Run a migration" 1', '"Scale" 1', '"Scale" 2', '"Roll back" 1', '"Roll back" 2'].map(
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
