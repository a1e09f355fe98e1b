import type { Value } from '~/core/page/page';

/** The values of a page, what the run says of each, and whether the reader has looked at that. */
export interface SaidValues {
  values: readonly Value[];
  saidOf: (name: string) => string;
  isLooked: (name: string, said: string) => boolean;
}
