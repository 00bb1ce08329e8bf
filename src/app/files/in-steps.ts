/**
 * Does a piece of work that goes in steps to its end.
 * @param large says that the steps are long: the page may draw and answer before each of them.
 */
export async function inSteps<Result>(work: Generator<void, Result>, large: boolean): Promise<Result>;
/** @param goOn is told after each step how many are done; undefined comes of the work when it says no. */
export async function inSteps<Result>(
  work: Generator<void, Result>,
  large: boolean,
  goOn: (done: number) => boolean,
): Promise<Result | undefined>;
export async function inSteps<Result>(
  work: Generator<void, Result>,
  large: boolean,
  goOn: (done: number) => boolean = () => true,
): Promise<Result | undefined> {
  const letOthers = () => new Promise((resolve) => setTimeout(resolve));
  if (large) await letOthers();
  for (let done = 1; ; done++) {
    const step = work.next();
    if (step.done) return step.value;
    if (large) await letOthers();
    if (!goOn(done)) return undefined;
  }
}
