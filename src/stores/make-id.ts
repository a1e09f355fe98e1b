import { hexOfBytes } from '~/core/hex-of-bytes';

/** Makes the id of a run: 8 random hex digits. */
export const makeId = (): string => hexOfBytes(crypto.getRandomValues(new Uint8Array(4)));
