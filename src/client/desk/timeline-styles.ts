import address from '~/styles/timeline.css?url';
import { styleLoader } from '~/client/bar/style-loader';

/** The timeline is drawn on few pages, and in a dialog: its styles are apart from those of panels. */
const loadTimelineStyles = styleLoader(address);

/** Returns a module that shows a timeline, once the styles have loaded too. */
export async function withTimelineStyles<Module>(loadingModule: Promise<Module>): Promise<Module> {
  const [loaded] = await Promise.all([loadingModule, loadTimelineStyles()]);
  return loaded;
}
