/** An event in the life of a worker, which lasts until `work` is done. */
export interface LifeEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}

/** The part of the global scope that this site's worker uses: TypeScript offers a worker's types only in place of a page's. */
interface WorkerScope {
  skipWaiting: () => Promise<void>;
  clients: { claim: () => Promise<void> };
  addEventListener: ((type: 'install' | 'activate', hear: (event: LifeEvent) => void) => void) &
    ((type: 'message', hear: (event: MessageEvent<unknown>) => void) => void);
}

export const scope = self as unknown as WorkerScope;
