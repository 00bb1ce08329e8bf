/**
 * Does a piece of work that goes in steps to its end.
 * @param large says that the steps are long: the page may draw and answer in between.
 */
export async function inSteps<Result>(work: Generator<void, Result>, large: boolean): Promise<Result> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (large) await new Promise((resolve) => setTimeout(resolve));
  }
}
