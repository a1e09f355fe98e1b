import type { APIRoute } from 'astro';
import { addressOf } from '~/components/library';
import { getSite } from '~/components/site';
import { directionOf } from '~/words/words-for';

/** What a device shows of the site once it is installed. */
export const GET: APIRoute = () => {
  const { title, description, lang } = getSite();
  const png = { src: addressOf('icon-512.png'), sizes: '512x512', type: 'image/png' };
  const manifest = {
    id: addressOf(''),
    name: title,
    short_name: title,
    description,
    lang,
    dir: directionOf(lang),
    start_url: addressOf(''),
    scope: addressOf(''),
    display: 'standalone',
    background_color: '#fbfaf6',
    theme_color: '#fbfaf6',
    icons: [
      { src: addressOf('favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
      { ...png, purpose: 'any' },
      { ...png, purpose: 'maskable' },
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } });
};
