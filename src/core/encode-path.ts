/** Writes a path, such as a page's id or that of a file, as part of an address: its names are encoded, the slashes between them stay. */
export const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
