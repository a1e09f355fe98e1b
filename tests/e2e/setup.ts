import { serve } from './serve';
import { buildLive, buildSites, folderOf, isWanted } from './sites';

/** Builds the sites and serves them: the root site at one origin, those below base paths together at another. */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.E2E_BUILT === undefined) await buildSites();
  const port = Number(process.env.E2E_PORT);
  if (isWanted('live')) await buildLive(`ws://localhost:${port + 1000}/mqtt`);
  const root = await serve({ '/': folderOf('root') }, port);
  const shared = await serve(
    { '/docs/team/': folderOf('team'), '/docs/fixtures/': folderOf('fixtures'), '/docs/live/': folderOf('live') },
    port + 1,
  );
  return async () => {
    await Promise.all([root.stop(), shared.stop()]);
  };
}
