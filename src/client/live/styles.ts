import address from '~/styles/live.css?url';
import { styleLoader } from '~/client/bar/style-loader';

/** Loads the styles of live rooms and of the big screen. */
export const loadLiveStyles = styleLoader(address);
