/**
 * Makes what loads the styles at an address, once, whoever asks and however often. What they dress is usable without them,
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
