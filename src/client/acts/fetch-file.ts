/** Fetches a file as bytes; undefined where it cannot be had. */
export const fetchBytes = (address: string): Promise<ArrayBuffer | undefined> =>
  fetch(address).then(
    (answer) => (answer.ok ? answer.arrayBuffer() : undefined),
    () => undefined,
  );

/** Fetches a file of the index as text. Hosts that know its kind may have unpacked it already. */
export async function fetchText(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  const packed = new Uint8Array(await answer.arrayBuffer());
  if (packed[0] !== 0x1f || packed[1] !== 0x8b) return new TextDecoder().decode(packed);
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}
