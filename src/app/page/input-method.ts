// Input methods (Chinese, Japanese, Korean, dead keys) compose text from several keys. While one does, Enter takes what
// it offers, and Escape, Tab and the arrows choose among that: none of these means anything to the page.

/** Whether an input method makes use of a key. */
function belongsToInputMethod(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  // Safari tells the key that ends a composition after its end, with the code of all keys of input methods.
  return event.isComposing || event.keyCode === 229;
}

/**
 * Keeps the keys of input methods from every part of the page; the browser still gets them. Call it before anything
 * else listens to the window. Returns what ends it.
 */
export function leaveKeysToInputMethod(): () => void {
  const listening = new AbortController();
  const keep = (event: KeyboardEvent) => {
    if (belongsToInputMethod(event)) event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', keep, { signal: listening.signal, capture: true });
  return () => listening.abort();
}
