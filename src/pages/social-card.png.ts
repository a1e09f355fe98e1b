import type { APIRoute } from 'astro';
import { drawCard } from '~/build/look/brand';
import { drawPng } from '~/build/look/draw-png';
import { readOwn } from '~/build/look/own-pictures';
import { getBrand } from '~/build/site/site';

/** The picture that other sites show for a link to this one. */
export const GET: APIRoute = async () => {
  const brand = getBrand();
  const png = brand.isOwn ? await drawPng(drawCard(brand), 1200) : readOwn('card');
  return new Response(png, { headers: { 'content-type': 'image/png' } });
};
