import address from '~/styles/panels.css?url';
import { styleLoader } from './style-loader';

/** Loads the styles of panels. */
export const loadPanelStyles = styleLoader(address);
