import type { Entry } from '~/core/run/entry';

/** "14:03 Ada": when an entry was made, and by whom; the time alone where nobody signed it. `format`: writes a minute since 1970. */
export const whenAndWho = ({ at, by }: Pick<Entry, 'at' | 'by'>, format: (minute: number) => string): string =>
  `${format(at)} ${by}`.trim();
