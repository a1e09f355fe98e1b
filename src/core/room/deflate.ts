/** Reads a stream to its end; `undefined`, and the rest unread, if it is more than `most` bytes. */
async function drain(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Sends bytes through a compressor. Not by way of a Blob, which browsers read in another process: a joiner opens hundreds of messages. */
function pass(
  { writable, readable }: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const writer = writable.getWriter();
  // A failure to write is a failure to read as well, and reported there.
  const ignore = () => undefined;
  void writer.write(bytes).catch(ignore);
  void writer.close().catch(ignore);
  return drain(readable, most);
}

/** Bytes compressed, without a header. */
export const deflate = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  (await pass(new CompressionStream('deflate-raw'), bytes, Infinity)) ?? bytes;

/** Inflates bytes that `deflate` compressed; `undefined` if they exceed `most`. Throws if they are damaged. */
export const inflate = (bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> =>
  pass(new DecompressionStream('deflate-raw'), bytes, most);
