import { z } from 'astro/zod';

const expected = 'a language, such as en or pt-BR';

/** A language as site.yaml and front matter name it. */
export const language = z.string(expected).regex(/^[a-zA-Z]{2,3}(-[a-zA-Z\d]{2,8})*$/, expected);
