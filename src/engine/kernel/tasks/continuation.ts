// Combinators of actions that need no generator while nothing takes time.
import type { Blocking, Continuation } from './process.ts';

/** Does `body`; passes an error that it raises, at once or later, to `rescue`. */
export function attempt<Owner>(
  owner: Owner,
  body: (owner: Owner) => Continuation,
  rescue: (owner: Owner, error: unknown) => Continuation,
): Continuation {
  let continuation: Continuation;
  try {
    continuation = body(owner);
  } catch (error) {
    return rescue(owner, error);
  }
  return continuation && attemptRest(owner, continuation, rescue);
}

function* attemptRest<Owner>(
  owner: Owner,
  continuation: Blocking,
  rescue: (owner: Owner, error: unknown) => Continuation,
): Blocking {
  try {
    yield* continuation;
  } catch (error) {
    const rest = rescue(owner, error);
    if (rest) yield* rest;
  }
}

/** Does what is left, if anything, and then raises the error. */
export function raiseAfter(continuation: Continuation, error: unknown): Continuation {
  if (!continuation) throw error;
  return raiseLater(continuation, error);
}

function* raiseLater(continuation: Blocking, error: unknown): Blocking {
  yield* continuation;
  throw error;
}

/**
 * Does what is left; passes an error that it raises to `take`. A generator function made on the spot would be shorter,
 * but V8 keeps a shape for the generators of each such function, and with it all that the function closes over (the
 * whole run), until the next full collection.
 */
export function* catching(continuation: Blocking, take: (error: unknown) => void): Blocking {
  try {
    yield* continuation;
  } catch (error) {
    take(error);
  }
}
