import type { APIRoute } from 'astro';
import { readLibrary } from '~/build/site/library';

/** Every page of the site in the order of its lists: fetched where the navigation is asked for all of them. */
export const GET: APIRoute = () => Response.json(readLibrary().map(({ id, title }) => ({ id, title })));
