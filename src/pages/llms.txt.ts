import type { APIRoute } from 'astro';
import { readLibrary } from '~/build/site/library';
import { markdownAddress } from '~/build/site/markdown-address';
import { getSite } from '~/build/site/site';
import { writeLlms } from '~/build/site/write-llms';
import { wordsFor } from '~/words/words-for';

/** The site's pages, each by the address of its Markdown. */
export const GET: APIRoute = ({ site }) => {
  const { title, description, lang } = getSite();
  const pages = readLibrary().map(({ kind, title, description, href }) => {
    const address = markdownAddress(href);
    return { kind, title, description, href: site ? new URL(address, site).href : address };
  });
  return new Response(writeLlms({ title, description }, pages, wordsFor(lang).home), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
