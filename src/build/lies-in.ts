import path from 'node:path';

/** Tells whether a file or folder is a folder or lies in it, by their absolute paths. */
export const liesIn = (file: string, folder: string): boolean =>
  `${file}${path.sep}`.startsWith(`${folder}${path.sep}`);
