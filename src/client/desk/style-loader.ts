/**
 * Makes a function that loads the styles at an address once, however often it is called. The panels are usable without styles,
 * so a failure is no error.
 */
export function styleLoader(href: string): () => Promise<void> {
  let loading: Promise<void> | undefined;
  return () =>
    (loading ??= new Promise((loaded) => {
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
      link.onload = link.onerror = () => loaded();
      document.head.append(link);
    }));
}
