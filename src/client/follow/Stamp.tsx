import type { Entry } from '~/core/run/entry';
import { whenAndWho } from '~/client/text/when-and-who';
import { fullTimeOf } from '~/client/text/when-text';

/** The day of an entry, and the name of the person who made it. */
export default function Stamp(entry: Entry) {
  return <small>{whenAndWho(entry, fullTimeOf)}</small>;
}
