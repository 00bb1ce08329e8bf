// Copy, cut, paste and duplicate of the selection, between tabs as text. By key, the browser's own clipboard events
// carry the text and need no permission; by menu, the clipboard is asked, and where it may not be read a copy that all
// tabs of the studio share is taken.
import { type ClipboardContent, copyResources, pasteResources } from '../edit/clipboard.ts';
import { parseClipboard, printClipboard } from '../edit/clipboard-text.ts';
import { countSecrets, findSecrets, type SecretPlace, withoutSecrets } from '../model/secrets.ts';
import { sharedStorage } from '../storage/safe-storage.ts';
import type { Point } from './canvas-port.ts';
import { pasteNotes } from './paste-notes.ts';
import type { Studio } from './studio.ts';
import { createWholeCopies, type WholeCopies } from './whole-copies.ts';

/** Where text is put and taken by a menu. */
export interface TextClipboard {
  write(text: string): Promise<void>;
  read(): Promise<string | undefined>;
}

export interface Clipboard {
  /**
   * The selected resources as text, without secrets; undefined: none is selected.
   * @param how `cut`: they are about to be removed.
   */
  copyText(how?: 'copy' | 'cut'): string | undefined;
  /** Removes the selected resources, as one step that reads "cut". */
  removeCut(): void;
  /** Adds what a text holds and selects it, or says why it can't; false: the text is no copy, or of nothing. */
  pasteText(text: string, options?: PasteAs): boolean;
  copy(): Promise<void>;
  cut(): Promise<void>;
  paste(options?: PasteAs): Promise<void>;
  duplicate(): void;
}

export interface PasteAs {
  readonly at?: Point | undefined;
  /** With the ties to resources outside of what was copied. */
  readonly withOutside?: boolean;
}

export function createClipboard(
  studio: Studio,
  system: TextClipboard,
  wholeCopies: WholeCopies = createWholeCopies(),
): Clipboard {
  const { document, view, notices } = studio;
  const experiment = () => document.getState().experiment;
  const selected = () => view.getState().selection.guids;

  function insert(content: ClipboardContent, options: PasteAs) {
    const canvas = studio.canvas.current;
    const { at, withOutside = false } = options;
    // From elsewhere, the old places say nothing: the middle of the view is where one looks.
    const near = content.id === experiment().id ? undefined : canvas?.centre();
    const place = canvas?.placeCopy(content, { at, near });
    const paste = pasteResources(experiment(), content, { withOutside, ...place, at });
    const { edit, guids } = paste;
    if (!document.getState().apply(edit)) return;
    for (const text of pasteNotes(paste)) notices.say(text);
    view.getState().select({ guids: new Set(guids) });
    canvas?.keepInSight(new Set(guids));
  }

  const clipboard: Clipboard = {
    copyText(how = 'copy') {
      const content = copyResources(experiment(), selected(), how);
      if (content.resources.length === 0) return undefined;
      const leftOut = findSecrets(experiment(), studio.catalog).filter((place) => isCopied(place, content)).length;
      if (leftOut === 0) return printClipboard(content);
      const bare = copyResources(withoutSecrets(experiment(), studio.catalog), selected(), how);
      const text = printClipboard({ ...bare, leftOut });
      wholeCopies.keep(text, content);
      notices.say(`Copied without ${countSecrets(leftOut)}. Pasted in this studio, the copy is complete.`);
      return text;
    },
    removeCut() {
      const guids = [...selected()];
      if (guids.length === 0) return;
      const label = guids.length === 1 ? 'cut resource' : `cut ${guids.length} resources`;
      const isGone = document.getState().apply({ kind: 'all', label, edits: [{ kind: 'remove', guids }] });
      if (isGone) view.getState().select({});
    },
    pasteText(text, options = {}) {
      const whole = wholeCopies.find(text);
      const copy = whole ? ({ ok: true, content: whole } as const) : parseClipboard(text);
      if (!copy || (copy.ok && copy.content.resources.length === 0)) return false;
      if (!copy.ok) {
        notices.say(`Nothing was pasted: what was copied can't be read (${copy.problem}).`, { kind: 'problem' });
        return true;
      }
      insert(copy.content, options);
      const { leftOut = 0 } = copy.content;
      if (leftOut > 0) notices.say(`The copy came without ${countSecrets(leftOut)}: set them in the inspector.`);
      return true;
    },
    async copy() {
      const text = clipboard.copyText();
      if (text !== undefined) await system.write(text);
    },
    async cut() {
      const text = clipboard.copyText('cut');
      if (text === undefined) return;
      await system.write(text);
      clipboard.removeCut();
    },
    async paste(options) {
      const text = await system.read();
      if (text === undefined || !clipboard.pasteText(text, options)) {
        notices.say('There is nothing to paste. Copy resources on the canvas first.');
      }
    },
    duplicate() {
      if (selected().size > 0) insert(copyResources(experiment(), selected()), {});
    },
  };
  return clipboard;
}

/** Whether a secret of an experiment is in what was copied of it. */
function isCopied(place: SecretPlace, { resources, types, script, cut }: ClipboardContent): boolean {
  switch (place.kind) {
    case 'resource':
      return resources.some(({ guid }) => guid === place.guid);
    case 'type':
      return types.some(({ rtype }) => rtype === place.rtype);
    case 'step':
      return script !== undefined || (cut?.script ?? []).some(({ at }) => at === place.step);
  }
}

const SHARED = 'nepi-studio.copied';
/** Where copies were shared while they still held secrets. */
const FORMERLY_SHARED = 'nepi-studio.clipboard';

/** The system's clipboard; the tabs' shared copy stands in where the browser doesn't let it be read. */
export function browserClipboard(): TextClipboard & { readonly remember: (text: string) => void } {
  sharedStorage.removeItem(FORMERLY_SHARED);
  const remember = (text: string) => {
    // Where it is too large to share, the system's clipboard still has it.
    sharedStorage.setItem(SHARED, text);
  };
  return {
    remember,
    async write(text) {
      remember(text);
      await navigator.clipboard?.writeText(text).catch(() => {});
    },
    async read() {
      const text = await navigator.clipboard?.readText().catch(() => undefined);
      return text !== undefined && parseClipboard(text) ? text : (sharedStorage.getItem(SHARED) ?? undefined);
    },
  };
}
