/** Fetches a file as bytes; undefined where it cannot be had. */
export const fetchBytes = (address: string): Promise<ArrayBuffer | undefined> =>
  fetch(address).then(
    (answer) => (answer.ok ? answer.arrayBuffer() : undefined),
    () => undefined,
  );

/** Tells whether a file is packed, as those of the search index are. */
export const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Fetches a file of the index as text. Hosts that know its kind may have unpacked it already. */
export async function fetchText(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (!isPacked(bytes)) return new TextDecoder().decode(bytes);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}
