import { OpenSocket } from './open-socket';

type Library = (typeof import('mqtt'))['default'];

/** A broker that is being reached: the library, and in a browser a socket that is opened while the library is on its way. */
export interface Reached {
  library: Promise<Library>;
  /** Gives the socket away, to the first who asks, unless it has failed meanwhile. */
  takeSocket: () => OpenSocket | undefined;
  /** Closes the socket if nobody has taken it. */
  close: () => void;
}

/** The name under which MQTT is spoken over a WebSocket. */
const protocol = 'mqtt';

/** Opens a socket in a browser. One that the page is not allowed to open at all is left to the library, which reports that. */
function openAhead(url: string): OpenSocket | undefined {
  if (typeof document === 'undefined') return undefined;
  try {
    return new OpenSocket(url, protocol);
  } catch {
    return undefined;
  }
}

/** Asks for the library and opens a socket, both at once: a joiner waits for the slower of them and not for one after the other. */
export function reachBroker(url: string): Reached {
  // In browsers the library has only its default export.
  const library = import('mqtt').then((found) => found.default);
  let socket = openAhead(url);
  const close = () => {
    socket?.close();
    socket = undefined;
  };
  library.catch(close);
  const takeSocket = () => {
    const taken = socket;
    socket = undefined;
    return taken !== undefined && taken.readyState <= OpenSocket.OPEN ? taken : undefined;
  };
  return { library, takeSocket, close };
}
