/**
 * Lets something happen at once, and then at most every `interval` ms; what is asked for in between happens once, at the
 * end of the interval.
 */
export function createPace(interval: number): (act: () => void) => void {
  let pending: (() => void) | undefined;
  let waiting = false;

  function open() {
    waiting = false;
    const act = pending;
    pending = undefined;
    if (act) run(act);
  }
  function run(act: () => void) {
    waiting = true;
    setTimeout(open, interval);
    act();
  }
  return (act) => {
    if (waiting) pending = act;
    else run(act);
  };
}
