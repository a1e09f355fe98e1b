/** Tells whether an address may be that of a link, whatever tools did to its signs: the code that is loaded then looks closely. */
export const mayHoldRun = (address: string): boolean => /run[=%]/i.test(address);
