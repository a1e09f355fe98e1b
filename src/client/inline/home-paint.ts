import { reserveRuns } from './reserve-runs';

/* Stands on the home page below the place of the runs under way, and runs before the first frame. */

const place = document.getElementById('under-way');
if (place) reserveRuns(place);
