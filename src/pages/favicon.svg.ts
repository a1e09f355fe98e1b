import type { APIRoute } from 'astro';
import { drawMark } from '~/build/look/brand';
import { getBrand } from '~/build/site/site';

/** The site's sign, in the browser's tab and in the header. */
export const GET: APIRoute = () => new Response(drawMark(getBrand()), { headers: { 'content-type': 'image/svg+xml' } });
