import type { Entry } from '~/core/run/entry';
import { dateOf } from '~/client/text/date-text';

/** The day of an entry, and the name of the person who made it. */
export default function Stamp({ at, by }: Entry) {
  return <small>{`${dateOf(at)} ${by}`.trim()}</small>;
}
