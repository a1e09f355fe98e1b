/** Decodes the percent escapes of an address, or of a path in it; one that is badly encoded stays as it is. */
export function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
