// Opening, keeping and giving away documents. Whatever is opened, what was open before stays among the recent
// documents; a file that can't be read changes nothing.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { decodeText } from '../../format/decode-text.ts';
import { type FileProblem, parseExperiment, printExperiment } from '../../format/json.ts';
import { createExperiment, type Experiment } from '../../model/experiment.ts';
import { countSecrets, findSecrets, withoutSecrets } from '../../model/secrets.ts';
import { visibleText } from '../../model/visible-text.ts';
import type { DocumentSummary } from '../../storage/document-rows.ts';
import type { KeptDocuments } from '../../storage/kept-documents.ts';
import type { Rescue } from '../../storage/rescue.ts';
import type { Autosave, FollowedDocument } from './autosave.ts';
import { type KeyLocks, newDocumentKey, type TabMemory } from './document-keys.ts';
import { fileName } from './file-name.ts';
import { createFileReader, type FileReading } from './file-reader.ts';
import { createKeptFiles } from './kept-files.ts';
import { explainFailure } from './save-text.ts';
import type { Studio } from '../stores/studio.ts';

/** A file that was not opened, and why. */
export interface RefusedFile {
  readonly name: string;
  readonly problems: readonly FileProblem[];
}

export interface Files {
  /** The long file that is being opened. */
  readonly reading: StoreApi<FileReading | undefined>;
  /** The last file that was refused, for the dialog that lists its problems. */
  readonly refused: StoreApi<RefusedFile | undefined>;
  /**
   * At the start: shows what this tab had, else the last document that no other tab has, else `fallback`; whatever can't
   * be had, the next is shown.
   */
  restore(fallback: () => Promise<string>): Promise<void>;
  /** Opens a file that the user gives. Says whether it did. */
  openFile(file: Pick<File, 'name' | 'arrayBuffer'>): Promise<boolean>;
  /** Opens the text of a file; `untouched` for what can be had again, such as an example. Says whether it did. */
  openText(text: string, name: string, options?: { readonly untouched?: boolean }): Promise<boolean>;
  createNew(): Promise<void>;
  /** The documents that are kept, without the one on screen. */
  recent(): Promise<readonly DocumentSummary[]>;
  openRecent(key: string): Promise<void>;
  /**
   * Hands the experiment to the user as a file. Where it holds secrets and it isn't said what becomes of them, asks
   * instead.
   */
  exportJson(secrets?: 'left out' | 'included'): void;
  /** Whether the open experiment holds secrets. */
  holdsSecrets(): boolean;
}

/** How long a reload may have to wait for its own page to let go of its document, ms. */
const RELOAD_PATIENCE = 1000;

export function createFiles(parts: {
  readonly studio: Studio;
  readonly db: KeptDocuments;
  readonly locks: KeyLocks;
  readonly memory: TabMemory;
  readonly rescue: Rescue;
  readonly autosave: Autosave;
  readonly download: (name: string, text: string) => void;
}): Files {
  const { studio, db, locks, memory, rescue, autosave, download } = parts;
  const { document, notices } = studio;
  const { reading, read } = createFileReader();
  const kept = createKeptFiles({ db, rescue, read, notices, download });
  const refused = createStore<RefusedFile | undefined>(() => undefined);
  let isUnreadable = false;
  let shown: { readonly key: string; readonly release: () => void } | undefined;

  function show(experiment: Experiment, followed: FollowedDocument, release: () => void) {
    autosave.leave();
    takePlace(followed.key, release);
    studio.run.getState().clear();
    studio.run.getState().setBreakpoints([]);
    studio.view.getState().select({});
    studio.view.getState().set({ mode: 'design' });
    document.getState().open(experiment);
    autosave.follow(followed);
    rememberPlace();
  }

  /** The document of this tab has this key from now on. */
  function takePlace(key: string, release: () => void) {
    shown?.release();
    shown = { key, release };
  }

  /** A document that can't be read now is not forgotten for one that is shown in its place and was not touched. */
  function rememberPlace() {
    const isMakeshift = (isUnreadable || db.failure() !== undefined) && autosave.untouched();
    if (shown && memory.key !== shown.key && !isMakeshift) memory.key = shown.key;
  }
  document.subscribe(rememberPlace);

  async function showAsNew(experiment: Experiment, untouched: boolean) {
    const key = newDocumentKey();
    const release = (await locks.take(key)) ?? (() => {});
    show(experiment, { key, untouched }, release);
  }

  /** Another tab has written the document of this one: both go on, each with its own. */
  async function continueAsCopy() {
    const key = newDocumentKey();
    takePlace(key, (await locks.take(key)) ?? (() => {}));
    autosave.follow({ key, untouched: false });
    rememberPlace();
    const { id } = document.getState().experiment;
    notices.say(
      `'${id}' was changed in another tab. This tab continues with a copy of its own; both are among the recent experiments.`,
      { kind: 'problem' },
    );
  }
  autosave.onConflict(() => void continueAsCopy());

  /** Before another document is shown: makes sure that this one is kept, or is nothing to keep. */
  async function leaveCurrent(goOn: () => Promise<void>): Promise<boolean> {
    studio.drafts.takeAll();
    await autosave.flush();
    const state = autosave.state.getState();
    if (state.status === 'failed' && !autosave.untouched()) {
      notices.say(`The open experiment is not saved, so it stays open. ${explainFailure(state.failure)}`, {
        kind: 'problem',
        action: { title: 'Open anyway', run: () => void goOn() },
      });
      return false;
    }
    if (autosave.untouched() && shown) await db.delete(shown.key).catch(() => {});
    return true;
  }

  function refuse(name: string, problems: readonly FileProblem[]) {
    refused.setState({ name, problems }, true);
    studio.view.getState().set({ dialog: 'refused' });
  }

  /** Shows a kept document whose lock is held. */
  async function showKept(key: string, release: () => void): Promise<boolean> {
    try {
      const history = await kept.find(key);
      const isShown =
        history && (await kept.read(history, ({ experiment, ...file }) => show(experiment, file, release)));
      if (isShown) return true;
    } catch (error) {
      isUnreadable = true;
      const why = error instanceof Error ? error.message : String(error);
      notices.say(`A kept experiment could not be read (${why}). It is still in this browser; reload to try again.`, {
        kind: 'problem',
      });
    }
    // It may have been left while it was read.
    release();
    return false;
  }

  async function restoreOwn(): Promise<boolean> {
    const { key } = memory;
    if (key === undefined) return false;
    const release = await locks.take(key, RELOAD_PATIENCE);
    if (release) return showKept(key, release);
    // This tab was duplicated: the other one goes on with the document, this one with a copy.
    const history = await kept.find(key);
    if (!history) return false;
    return kept.read(history, async ({ experiment, untouched }) => {
      await showAsNew(experiment, untouched);
      notices.say(`'${experiment.id}' is open in another tab. This is a copy of it.`);
    });
  }

  async function restoreLast(): Promise<boolean> {
    const listed = (await db.list().catch(() => [])).map(({ key }) => key);
    for (const key of new Set([...listed, ...rescue.keys()])) {
      const release = await locks.take(key);
      if (release && (await showKept(key, release))) return true;
    }
    return false;
  }

  const files: Files = {
    reading,
    refused,
    async restore(fallback) {
      const isRestored = (await restoreOwn().catch(() => false)) || (await restoreLast());
      if (isRestored) return;
      const text = await fallback().catch(() => undefined);
      const result = text === undefined ? undefined : parseExperiment(text);
      await showAsNew(result?.ok ? result.experiment : createExperiment('experiment'), true);
    },
    async openFile(file) {
      let bytes: Uint8Array;
      try {
        bytes = new Uint8Array(await file.arrayBuffer());
      } catch {
        notices.say(`'${visibleText(file.name)}' can't be read.`, { kind: 'problem' });
        return false;
      }
      const decoded = decodeText(bytes);
      if (decoded.ok) return files.openText(decoded.text, file.name);
      refuse(file.name, [decoded.problem]);
      return false;
    },
    async openText(text, name, options = {}) {
      return read(text, name, async (result) => {
        if (!result.ok) {
          refuse(name, result.problems);
          return false;
        }
        const goOn = () => showAsNew(result.experiment, options.untouched ?? false);
        if (!(await leaveCurrent(goOn))) return false;
        await goOn();
        return true;
      });
    },
    async createNew() {
      const goOn = () => showAsNew(createExperiment('experiment'), true);
      if (await leaveCurrent(goOn)) await goOn();
    },
    recent: async () => (await db.list()).filter(({ key }) => key !== shown?.key),
    async openRecent(key) {
      const goOn = async () => {
        const release = await locks.take(key);
        if (!release) notices.say('This experiment is open in another tab.');
        else if (await kept.find(key)) await showKept(key, release);
        else {
          release();
          notices.say('This experiment is gone.');
        }
      };
      if (await leaveCurrent(goOn)) await goOn();
    },
    holdsSecrets: () => findSecrets(document.getState().experiment, studio.catalog).length > 0,
    exportJson(secrets) {
      const { experiment } = document.getState();
      const { length } = findSecrets(experiment, studio.catalog);
      if (length > 0 && !secrets) return studio.view.getState().set({ dialog: 'export-secrets' });
      const given = secrets === 'included' ? experiment : withoutSecrets(experiment, studio.catalog);
      download(fileName(experiment.id), printExperiment(given));
      if (length === 0 || secrets === 'included') autosave.noteExport(experiment);
      else {
        notices.say(`Exported without ${countSecrets(length)}. They are still in the studio.`, { kind: 'done' });
      }
    },
  };
  return files;
}
