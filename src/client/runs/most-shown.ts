/** At most this many runs stand on the home page; the others are one click away. */
export const mostShown = 5;
