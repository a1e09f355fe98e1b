import { isText } from './json';

/** Tells whether what was read from JSON is a list of texts. */
export const areTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);
