// From what is pressed to the command it means. Whoever has the focus comes first: what a field, a menu or a panel
// makes use of (it prevents the default) is no command.
import type { Clipboard } from '../editing/clipboard.ts';
import type { Command } from '../stores/command-registry.ts';
import { meantKey, onMac } from '../stores/keymap.ts';
import type { Studio } from '../stores/studio.ts';

const FIELDS =
  'input:not([type=checkbox], [type=radio], [type=range], [type=button]), textarea, select, [contenteditable=true], [role=combobox], [role=textbox], [role=searchbox], [role=spinbutton]';
const POPUPS = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';
/** What Space and Enter press. */
const PRESSABLE =
  'button, a[href], summary, [role=button], [role=tab], [role=switch], [role=checkbox], [role=treeitem], [role=option], [role=menuitem], [role=slider]';

const within = (target: EventTarget | null, selector: string) =>
  target instanceof Element && target.closest(selector) !== null;

/**
 * Whether a field has the key. A choice makes use of letters and arrows alone: with Ctrl or Cmd a key means a command. A
 * field in which nothing is typed yet has nothing of its own to undo: then the last act is meant.
 */
function isTyping(event: KeyboardEvent): boolean {
  const { target, ctrlKey, metaKey } = event;
  if (!within(target, FIELDS)) return false;
  if (!ctrlKey && !metaKey) return true;
  const isHistory = /^[yz]$/.test(meantKey(event)) && within(target, '[data-untouched]');
  return !isHistory && !(target instanceof HTMLSelectElement);
}

/** Hears the keys and the clipboard of a page; returns what ends that. */
export function listenToKeyboard(studio: Studio, clipboard: Clipboard): () => void {
  const mac = onMac();
  /** Space plays when it is let go, unless it was held to pan with the mouse. */
  let heldSpace: Command | undefined;
  let shift = false;

  const isBusy = (target: EventTarget | null) => within(target, POPUPS) || studio.view.getState().dialog !== undefined;

  function keyDown(event: KeyboardEvent) {
    shift = event.shiftKey;
    if (event.defaultPrevented || isBusy(event.target)) return;
    if ((event.key === ' ' || event.key === 'Enter') && within(event.target, PRESSABLE)) return;
    const command = studio.commands.find(event, mac, isTyping(event));
    if (!command) return;
    event.preventDefault();
    if (event.key === ' ') heldSpace = event.repeat ? heldSpace : command;
    else if (!event.repeat || command.group === 'Run' || command.group === 'View' || command.group === 'Edit') {
      studio.commands.run(command.id);
    }
  }
  function keyUp(event: KeyboardEvent) {
    if (event.key !== ' ' || !heldSpace) return;
    studio.commands.run(heldSpace.id);
    heldSpace = undefined;
  }
  const letGo = () => (heldSpace = undefined);

  const isOurs = (event: ClipboardEvent) =>
    !event.defaultPrevented && !isBusy(event.target) && !within(event.target, FIELDS) && event.clipboardData !== null;

  function copy(event: ClipboardEvent) {
    if (!isOurs(event) || window.getSelection()?.isCollapsed === false) return;
    const text = clipboard.copyText(event.type === 'cut' ? 'cut' : 'copy');
    if (text === undefined) return;
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    if (event.type === 'cut') clipboard.removeCut();
  }
  function paste(event: ClipboardEvent) {
    if (!isOurs(event)) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    event.preventDefault();
    clipboard.pasteText(text, { withOutside: shift });
  }

  const listening = new AbortController();
  const { signal } = listening;
  window.addEventListener('keydown', keyDown, { signal });
  window.addEventListener('keyup', keyUp, { signal });
  window.addEventListener('pointerdown', letGo, { signal, capture: true });
  window.addEventListener('blur', letGo, { signal });
  document.addEventListener('copy', copy, { signal });
  document.addEventListener('cut', copy, { signal });
  document.addEventListener('paste', paste, { signal });
  return () => listening.abort();
}
