/** Decodes the percent escapes of an address, where they are valid. */
const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * The name of a picture without a text, by its address: of an item that holds nothing else, and would be told from another one by its order
 * alone. `''` where the address is the picture itself.
 */
export const pictureName = (source: string): string =>
  source.startsWith('data:') ? '' : decode(source).replace(/^(?:[a-z]+:)?\/\/|^(?:\.\/)+/i, '');
