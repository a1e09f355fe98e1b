import { stateOf } from '~/core/run/run';
import { saidOf } from '~/core/values/value';
import { findForRun, writeForRun } from './for-run';
import { hasLooked } from '~/stores/looked';
import { valuesOfPage } from './page-values';
import { paintValues } from './paint-values';
import type { SaidValues } from './said-values';

const nothing: SaidValues['saidOf'] = () => '';

/** Paints a guide: the line that says what it is read for, and the values of that run. Returns what it says of them. */
export function paintGuide(again: () => void): SaidValues | undefined {
  const forRun = findForRun();
  if (forRun === undefined) return undefined;
  const run = writeForRun(forRun, again)?.found;
  const values = valuesOfPage();
  const state = run && stateOf(run);
  const said = {
    values,
    saidOf: state ? (name: string) => saidOf(state, name) : nothing,
    isLooked: run ? hasLooked(run) : () => true,
  };
  if (values.length > 0) paintValues(document, said);
  return said;
}
