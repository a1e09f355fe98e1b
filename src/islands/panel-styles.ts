import address from '~/styles/panels.css?url';

let loading: Promise<void> | undefined;

/** Loads the styles of panels, once; a panel without them is still usable, so a failure is no error. */
export const loadPanelStyles = (): Promise<void> =>
  (loading ??= new Promise((loaded) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address });
    link.onload = link.onerror = () => loaded();
    document.head.append(link);
  }));
