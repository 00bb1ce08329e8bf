// Ways to put actions together that cost no generator while nothing takes time.
import type { Blocking, Course } from './process.ts';

/** Does `body`; an error that it raises, at once or later, goes to `rescue`. */
export function attempt<Owner>(
  owner: Owner,
  body: (owner: Owner) => Course,
  rescue: (owner: Owner, error: unknown) => Course,
): Course {
  let course: Course;
  try {
    course = body(owner);
  } catch (error) {
    return rescue(owner, error);
  }
  return course && attemptRest(owner, course, rescue);
}

function* attemptRest<Owner>(
  owner: Owner,
  course: Blocking,
  rescue: (owner: Owner, error: unknown) => Course,
): Blocking {
  try {
    yield* course;
  } catch (error) {
    const rest = rescue(owner, error);
    if (rest) yield* rest;
  }
}

/** Goes through what is left, if anything, and then raises. */
export function raiseAfter(course: Course, error: unknown): Course {
  if (!course) throw error;
  return raiseLater(course, error);
}

function* raiseLater(course: Blocking, error: unknown): Blocking {
  yield* course;
  throw error;
}

/**
 * Goes through it all; an error that it raises is handed over. A generator function made on the spot would look simpler,
 * but V8 gives each such function a shape for its generators, and with it all that the function closes over (the whole
 * run) would live on to the next full collection.
 */
export function* handingOver(course: Blocking, take: (error: unknown) => void): Blocking {
  try {
    yield* course;
  } catch (error) {
    take(error);
  }
}
