import type { APIRoute } from 'astro';
import { addressOf } from '~/build/site/library';
import { getBrand, getSite } from '~/build/site/site';

/** The manifest of the site as an installed app. Values that are the default are left out, to save bytes. */
export const GET: APIRoute = () => {
  const { title, lang } = getSite();
  const { paper } = getBrand();
  const png = { src: addressOf('icon-512.png'), sizes: '512x512', type: 'image/png' };
  const manifest = {
    name: title,
    lang,
    start_url: addressOf(''),
    display: 'standalone',
    background_color: paper,
    theme_color: paper,
    icons: [
      { src: addressOf('favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
      png,
      { ...png, purpose: 'maskable' },
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } });
};
