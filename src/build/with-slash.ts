/** An address or a base path with one slash at its end: "/docs/" of "/docs" and of "/docs/". */
export const withSlash = (address: string): string => address.replace(/\/?$/, '/');
