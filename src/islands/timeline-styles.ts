import address from '~/styles/timeline.css?url';

let loading: Promise<void> | undefined;

/** Loads the styles of the timeline, once: it is drawn on few pages, and in a dialog. */
export const loadTimelineStyles = (): Promise<void> =>
  (loading ??= new Promise((loaded) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
    link.onload = link.onerror = () => loaded();
    document.head.append(link);
  }));
