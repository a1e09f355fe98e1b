import { paintGuide } from '~/client/values/guide-values';
import { keepFrom } from '~/client/values/keep-from';
import { paintValues } from '~/client/values/paint-values';
import type { SaidValues } from '~/client/values/said-values';
import { whileParsing } from './while-parsing';

/*
 * Sent for by the head of a guide where this browser keeps runs (guide-wait.ts), and writes before the first frame which run the guide
 * is read for, and the values of that run. It takes the run as it is kept; whatever it cannot read leaves the examples where they are.
 */

keepFrom();

let said: SaidValues | undefined;

const paint = (): void => void (said = paintGuide(paint));

whileParsing(() => {
  if (said === undefined) paint();
  else if (said.values.length > 0) paintValues(document, said);
});
