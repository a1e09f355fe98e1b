import { decodeAddress } from '~/core/decode-address';

/**
 * The name of a picture without a text, by its address: of an item that holds nothing else, and would be told from another one by its order
 * alone. `''` where the address is the picture itself.
 */
export const pictureName = (source: string): string =>
  source.startsWith('data:') ? '' : decodeAddress(source).replace(/^(?:[a-z]+:)?\/\/|^(?:\.\/)+/i, '');
