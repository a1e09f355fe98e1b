import { renderSVG } from 'uqr';

/** The capacity of a QR code with the lowest error correction, in bytes. */
const capacity = 2950;

/** Draws an address as a QR code, in SVG; `undefined` for one that is too long. */
export const drawQr = (address: string): string | undefined =>
  address.length <= capacity ? renderSVG(address, { border: 2, ecc: 'L' }) : undefined;
