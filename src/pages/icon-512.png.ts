import type { APIRoute } from 'astro';
import { drawIcon } from '~/build/look/brand';
import { drawPng } from '~/build/look/draw-png';
import { readOwn } from '~/build/look/own-pictures';
import { getBrand } from '~/build/site/site';

/** The icon of the installed site. */
export const GET: APIRoute = async () => {
  const brand = getBrand();
  const png = brand.isOwn ? await drawPng(drawIcon(brand), 512) : readOwn('icon');
  return new Response(png, { headers: { 'content-type': 'image/png' } });
};
