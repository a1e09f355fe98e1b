import { paintGuide } from '~/client/values/guide-values';

/*
 * Stands below the text of a guide, and writes before the first frame which run it is read for, and the values of that run. It takes the
 * run as it is kept; whatever it cannot read leaves the examples where they are.
 */

const paint = (): void => void paintGuide(paint);

try {
  paint();
} catch {
  // The guide can be read without.
}
