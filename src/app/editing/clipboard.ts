// Copy, cut, paste and duplicate of the selection, between tabs as text. By key, the browser's own clipboard events
// carry the text and need no permission; by menu, the system's clipboard is asked. What it holds is pasted, or nothing is.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ClipboardContent, copyResources, pasteResources } from '../../edit/clipboard.ts';
import { parseClipboard, printClipboard } from '../../edit/clipboard-text.ts';
import { parseExperiment } from '../../format/json.ts';
import type { Experiment } from '../../model/experiment.ts';
import { FORMAT } from '../../model/schema.ts';
import { countSecrets, findSecrets, type SecretPlace, withoutSecrets } from '../../model/secrets.ts';
import { sharedStorage } from '../../storage/safe-storage.ts';
import type { Point } from '../stores/canvas-port.ts';
import { onMac, printKeys } from '../stores/keymap.ts';
import { pasteNotes } from './paste-notes.ts';
import type { Studio } from '../stores/studio.ts';
import { createWholeCopies, type WholeCopies } from './whole-copies.ts';

/** Where text is put and taken by a menu. */
export interface TextClipboard {
  /** Says whether the browser allowed it. */
  write(text: string): Promise<boolean>;
  /** Undefined: the browser doesn't allow it. */
  read(): Promise<string | undefined>;
}

/** The text of an experiment that was pasted: the user is asked whether to add it or to open it. */
export interface PastedExperiment {
  readonly experiment: Experiment;
  readonly text: string;
  readonly options: PasteAs;
}

const EMPTY_CLIPBOARD = 'The clipboard holds no text. Copy resources on the canvas first.';
const OTHER_TEXT =
  'The clipboard holds neither resources nor an experiment. Copy resources on the canvas, or the text of an experiment file, first.';

export interface Clipboard {
  /**
   * The selected resources as text, without secrets; undefined: none is selected.
   * @param how `cut`: they are about to be removed.
   */
  copyText(how?: 'copy' | 'cut'): string | undefined;
  /** Removes the selected resources, as one step that reads "cut". */
  removeCut(): void;
  /** The experiment that was pasted last. */
  readonly pasted: StoreApi<PastedExperiment | undefined>;
  /**
   * Adds the resources that a text holds and selects them, asks what to do with an experiment, or says why neither can be.
   */
  pasteText(text: string, options?: PasteAs): void;
  /** Adds all of the experiment that was pasted to the one that is open. */
  addPasted(): void;
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
  const pasted = createStore<PastedExperiment | undefined>(() => undefined);
  const problem = (text: string) => notices.say(text, { kind: 'problem' });
  const cantWrite = (key: string) =>
    problem(`The browser doesn't let NEPI Studio write to the clipboard. Press ${printKeys(key, onMac())} instead.`);

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

  function ask(text: string, options: PasteAs) {
    const parsed = parseExperiment(text);
    if (!parsed.ok) {
      const [{ path, line, message } = { path: '', line: undefined, message: 'it is empty' }] = parsed.problems;
      const place = [line && `line ${line}`, path].filter(Boolean).join(', ');
      return problem(
        `The experiment on the clipboard can't be read${place && ` (${place})`}: ${message}. Nothing was pasted.`,
      );
    }
    pasted.setState({ experiment: parsed.experiment, text, options }, true);
    view.getState().set({ dialog: 'pasted' });
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
    pasted,
    pasteText(text, options = {}) {
      const whole = wholeCopies.find(text);
      const copy = whole ? ({ ok: true, content: whole } as const) : parseClipboard(text);
      if (copy && !copy.ok) problem(`Nothing was pasted: what was copied can't be read (${copy.problem}).`);
      else if (copy && copy.content.resources.length > 0) {
        insert(copy.content, options);
        const { leftOut = 0 } = copy.content;
        if (leftOut > 0) notices.say(`The copy came without ${countSecrets(leftOut)}: set them in the inspector.`);
      } else if (!copy && text.includes(FORMAT)) ask(text, options);
      else notices.say(text === '' ? EMPTY_CLIPBOARD : OTHER_TEXT);
    },
    addPasted() {
      const { experiment: other, options } = pasted.getState() ?? {};
      if (!other) return;
      const { resources, script = [] } = experiment();
      const keepsScript = other.script !== undefined && (resources.length > 0 || script.length > 0);
      insert({ ...copyResources(other, new Set(other.resources.map(({ guid }) => guid))), id: '' }, options ?? {});
      if (keepsScript) notices.say(`The script of '${other.id}' was not added: this experiment keeps its own.`);
    },
    async copy() {
      const text = clipboard.copyText();
      if (text !== undefined && !(await system.write(text))) cantWrite('Mod+C');
    },
    async cut() {
      const text = clipboard.copyText('cut');
      if (text === undefined) return;
      // What is not on the clipboard would be lost.
      if (await system.write(text)) clipboard.removeCut();
      else cantWrite('Mod+X');
    },
    async paste(options) {
      const text = await system.read();
      if (text !== undefined) return clipboard.pasteText(text, options);
      problem(`The browser doesn't let NEPI Studio read the clipboard. Press ${printKeys('Mod+V', onMac())} to paste.`);
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

/** Where copies were shared beside the clipboard, once; they may hold secrets. */
const FORMERLY_SHARED = ['nepi-studio.clipboard', 'nepi-studio.copied'];

/** The system's clipboard. */
export function browserClipboard(): TextClipboard {
  for (const key of FORMERLY_SHARED) sharedStorage.removeItem(key);
  // Without a secure connection the browser has no such thing.
  const system: Partial<Navigator>['clipboard'] = navigator.clipboard;
  return {
    async write(text) {
      if (!system) return false;
      return system.writeText(text).then(
        () => true,
        () => false,
      );
    },
    async read() {
      return system?.readText().catch(() => undefined);
    },
  };
}
