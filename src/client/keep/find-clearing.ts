/** The way in which a browser clears what a site keeps: with its private window, or after a week without a visit. */
export type Clearing = 'private' | 'week';

/**
 * Finds out how this browser clears what a site keeps by itself, if it is one of those that do and can be told: Firefox and Safari give
 * private windows no file system of their own; Safari, and so every browser on iOS, clears sites that are not on the home screen.
 */
export async function findClearing(): Promise<Clearing | undefined> {
  const fileSystem = navigator.storage?.getDirectory?.();
  const isPrivate = await Promise.resolve(fileSystem).then(
    () => false,
    () => true,
  );
  if (isPrivate) return 'private';
  const isInstalled = matchMedia('(display-mode: standalone)').matches;
  return navigator.vendor.startsWith('Apple') && !isInstalled ? 'week' : undefined;
}
