import address from '~/styles/timeline.css?url';

let loading: Promise<void> | undefined;

/** Loads the styles of the timeline, once: it is drawn on few pages, and in a dialog. */
const loadTimelineStyles = (): Promise<void> =>
  (loading ??= new Promise((loaded) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
    link.onload = link.onerror = () => loaded();
    document.head.append(link);
  }));

/** The module of something that shows a timeline, once the styles are there too. */
export async function withTimelineStyles<Module>(loadingModule: Promise<Module>): Promise<Module> {
  const [loaded] = await Promise.all([loadingModule, loadTimelineStyles()]);
  return loaded;
}
