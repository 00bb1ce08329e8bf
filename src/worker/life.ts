// How the page learns that a worker is gone. A worker that is killed (by the browser when memory runs out, by a user in
// its task manager) fires no event. But a lock that it holds is released with it: the page queues for that lock.

/** The worker's first message: it is loaded, and holds this lock until its end; none where the browser has no locks. */
export interface LifeSign {
  readonly kind: 'alive';
  readonly lock: string | undefined;
}

/** Why a worker is lost: its script did not load, it ended without a word, or it threw outside of any task. */
export type Loss = 'not loaded' | 'ended' | 'broke';

/** How long a worker's script may take to load before another one is tried, ms. */
const LONGEST_LOADING = 10_000;

/** The part of LockManager that is used. */
type Locks = Pick<LockManager, 'request'>;

/** In the worker: takes a lock for life, then says so. */
export function announceLife(
  post: (sign: LifeSign) => void,
  locks: Locks | null = globalThis.navigator?.locks ?? null,
): void {
  // A page that is not served securely has no locks.
  if (!locks) return post({ kind: 'alive', lock: undefined });
  const lock = `nepi-studio.worker.${crypto.randomUUID()}`;
  requestLock(locks, lock, {}, () => {
    post({ kind: 'alive', lock });
    return new Promise(() => {});
  }).catch(() => post({ kind: 'alive', lock: undefined }));
}

/** Asks for a lock. Where locks can't be had this rejects, even if the browser throws. */
async function requestLock(
  locks: Locks,
  name: string,
  options: LockOptions,
  granted: () => Promise<unknown> | void,
): Promise<void> {
  await locks.request(name, options, granted);
}

/** A worker as its user sees it; a test makes one of its own. */
export interface WorkerPort<To, From> {
  postMessage(message: To): void;
  terminate(): void;
  onmessage: ((event: { readonly data: From }) => void) | null;
  /** Told once, when the worker is of no use any more; not after `terminate`. */
  onlost: ((loss: Loss) => void) | null;
}

/** In the page: the worker, with its end noticed. */
export function watchWorker<To, From extends { readonly kind: string }>(
  worker: Worker,
  locks: Locks | null = globalThis.navigator?.locks ?? null,
): WorkerPort<To, From> {
  const waiting = new AbortController();
  let isLoaded = false;
  // One that is killed while it loads says nothing at all.
  const loading = setTimeout(() => lose('not loaded'), LONGEST_LOADING);
  let isOver = false;
  const port: WorkerPort<To, From> = {
    postMessage: (message) => worker.postMessage(message),
    terminate() {
      isOver = true;
      clearTimeout(loading);
      waiting.abort();
      worker.terminate();
    },
    onmessage: null,
    onlost: null,
  };
  function lose(loss: Loss) {
    if (isOver) return;
    port.terminate();
    port.onlost?.(loss);
  }
  worker.addEventListener('message', ({ data }: MessageEvent<From | LifeSign>) => {
    if (!isSign(data)) return port.onmessage?.({ data });
    isLoaded = true;
    clearTimeout(loading);
    if (data.lock === undefined || !locks) return undefined;
    // Granted once the worker is gone. Rejected when we end it ourselves.
    requestLock(locks, data.lock, { signal: waiting.signal }, () => lose('ended')).catch(() => {});
    return undefined;
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    lose(isLoaded ? 'broke' : 'not loaded');
  });
  return port;
}

function isSign(message: { readonly kind: string }): message is LifeSign {
  return message.kind === 'alive';
}
