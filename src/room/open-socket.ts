/**
 * A socket that sends nothing unless it is open. The library learns of the end of a connection later than the socket does, and browsers write
 * to the console about each message in between. What is dropped here has no echo, and is sent again.
 */
export class OpenSocket extends WebSocket {
  override send(data: string | BufferSource | Blob): void {
    if (this.readyState === WebSocket.OPEN) super.send(data);
  }
}
