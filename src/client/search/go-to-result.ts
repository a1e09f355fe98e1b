import { foundWords } from '~/core/search/excerpt';
import { arrivalKey, type Arrival } from '~/client/page/arrival';
import { addressOfPage } from '~/stores/site-addresses';
import { writeQuietly } from '~/stores/write-quietly';
import { showArrival } from './arrive';
import { isHere, type Result } from './search';

/** Leaves word for the page that opens next in this tab; where storage is forbidden, that opens without marks. */
const leaveArrival = (arrival: Arrival): void =>
  void writeQuietly('sessionStorage', arrivalKey, JSON.stringify(arrival));

/** Describes the words to mark at a result's place; `body` is the text beneath the place, as far as it has come. */
function describeArrival({ hit }: Result, body: string): Arrival {
  const { page, places } = hit.page;
  const place = places[hit.index];
  const location = place?.location ?? 0;
  const own = foundWords(place?.own ?? '', location, hit.matches);
  const beneath = foundWords(body, location + (place?.length ?? 0), hit.matches);
  return {
    path: addressOfPage(page),
    anchor: place?.anchor ?? '',
    next: places[hit.index + 1]?.anchor ?? '',
    words: [...own, ...beneath],
  };
}

/**
 * Goes where a result leads, and has the words marked there: on this page at once, on another once it opens. It does not leave that to the
 * result's link, which may be gone by then.
 */
export function goToResult(result: Result, body: string): void {
  const arrival = describeArrival(result, body);
  const isOnThisPage = isHere(result.hit.page.page);
  if (!isOnThisPage) leaveArrival(arrival);
  location.assign(result.href);
  if (isOnThisPage) requestAnimationFrame(() => showArrival(arrival));
}
