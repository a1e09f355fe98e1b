/** The text that Pagefind's own files begin with, once they are unpacked. */
export const signature = 'pagefind_dcd';
