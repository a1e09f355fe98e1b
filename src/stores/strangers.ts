import { atom, type ReadableAtom } from 'nanostores';
import type { Structure } from '~/core/page/structure';
import type { Run } from '~/core/run/run';

/*
 * Strangers in a run: items and fields that came by their hash alone, because a link of a newer page named them so to an older one
 * [SN9]. As soon as the page knows such a name, the run is shown with it, by whichever way either came. The run itself is kept as it
 * is: a page that does not know the name can hand it on.
 */

type Name = (run: Run, structure: Structure) => Run;

const $name = atom<Name | undefined>(undefined);

/** The function that names strangers, once it has been needed. */
export const $naming: ReadableAtom<Name | undefined> = $name;

const hasStrangers = (run: Run): boolean =>
  run.entries.some(({ key }) => key.at(-11) === '#' && /^(?:mark|note|field)\/#[0-9a-f]{10}$/.test(key));

let asked = false;

/** Returns the run with names in place of the hashes that the page knows. The code for it is loaded when a run first holds one. */
export function nameKnown(run: Run, structure: Structure, name: Name | undefined): Run {
  if (!hasStrangers(run)) return run;
  if (name !== undefined) return name(run, structure);
  if (!asked) {
    asked = true;
    void import('./name-strangers').then(({ nameInRun }) => $name.set(nameInRun));
  }
  return run;
}
