import { adoptAsAction } from './as-action';
import { adoptAsPackage } from './as-package';
import { adoptAsTemplate } from './as-template';

/*
 * `npm run adoption`: the three ways in, each from nothing to a team's own runbook ticked, in folders outside of this repository and with a
 * stopwatch. It installs packages and builds sites, which takes minutes: so it is no part of `npm test`.
 * `npm run adoption -- package action template` runs those that are named. What is not committed is seen by the package alone.
 */

const ways = { package: adoptAsPackage, action: adoptAsAction, template: adoptAsTemplate };

const asked = process.argv.slice(2);
for (const [name, adopt] of Object.entries(ways)) {
  if (asked.length === 0 || asked.includes(name)) await adopt(process.cwd());
}
