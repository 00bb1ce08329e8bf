// Opening, keeping and giving away documents. Whatever is opened, what was open before stays among the recent
// documents; a file that can't be read changes nothing.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type FileProblem, parseExperiment, type ParseResult, printExperiment } from '../format/json.ts';
import { createExperiment, type Experiment } from '../model/experiment.ts';
import { countSecrets, findSecrets, withoutSecrets } from '../model/secrets.ts';
import type { Autosave } from './autosave.ts';
import { type KeyLocks, newDocumentKey, type TabMemory } from './document-keys.ts';
import type { DocumentsDb, StoredDocument } from './documents-db.ts';
import { fileName } from './file-name.ts';
import { createFileReader, type FileReading } from './file-reader.ts';
import type { Rescue } from './rescue.ts';
import type { Studio } from './studio.ts';

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
  /** At the start: shows what this tab had, else the last document that no other tab has, else `fallback`. */
  restore(fallback: () => Promise<string>): Promise<void>;
  /** Opens the text of a file; `untouched` for what can be had again, such as an example. Says whether it did. */
  openText(text: string, name: string, options?: { readonly untouched?: boolean }): Promise<boolean>;
  createNew(): Promise<void>;
  /** The documents that are kept, without the one on screen. */
  recent(): Promise<readonly StoredDocument[]>;
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
  readonly db: DocumentsDb;
  readonly locks: KeyLocks;
  readonly memory: TabMemory;
  readonly rescue: Rescue;
  readonly autosave: Autosave;
  readonly download: (name: string, text: string) => void;
}): Files {
  const { studio, db, locks, memory, rescue, autosave, download } = parts;
  const { document, notices } = studio;
  const { reading, read } = createFileReader();
  const refused = createStore<RefusedFile | undefined>(() => undefined);
  let releaseCurrent: (() => void) | undefined;

  function show(
    experiment: Experiment,
    place: { readonly key: string; readonly release: () => void; readonly saved: boolean; readonly untouched: boolean },
  ) {
    releaseCurrent?.();
    releaseCurrent = place.release;
    memory.key = place.key;
    studio.run.getState().clear();
    studio.run.getState().setBreakpoints([]);
    studio.view.getState().select({});
    studio.view.getState().set({ mode: 'design' });
    autosave.follow('', { saved: true, untouched: true });
    document.getState().open(experiment);
    autosave.follow(place.key, place);
  }

  async function showAsNew(experiment: Experiment, untouched: boolean) {
    const key = newDocumentKey();
    const release = (await locks.take(key)) ?? (() => {});
    show(experiment, { key, release, saved: false, untouched });
  }

  /** Before another document is shown: makes sure that this one is kept, or is nothing to keep. */
  async function leaveCurrent(goOn: () => Promise<void>): Promise<boolean> {
    studio.drafts.takeAll();
    await autosave.flush();
    const { status, problem } = autosave.state.getState();
    if (status === 'failed') {
      notices.say(`The open experiment is not saved, so it stays open. ${problem}`, {
        kind: 'problem',
        action: { title: 'Open anyway', run: () => void goOn() },
      });
      return false;
    }
    if (autosave.untouched() && memory.key !== undefined) await db.delete(memory.key);
    return true;
  }

  function refuse(name: string, problems: readonly FileProblem[]) {
    refused.setState({ name, problems }, true);
    studio.view.getState().set({ dialog: 'refused' });
  }

  /** The newer of what the database and the rescue have of a document. */
  async function load(key: string): Promise<StoredDocument | undefined> {
    const [stored, rescued] = [await db.get(key), rescue.find(key)];
    return rescued && (!stored || rescued.savedAt >= stored.savedAt) ? rescued : stored;
  }

  /** Shows a kept document whose lock is held; what can't be read is put aside. */
  async function showStored(row: StoredDocument, release: () => void): Promise<boolean> {
    const isShown = await read(row.text, row.name, (result) => takeStored(row, result, release));
    // It may have been left while it was read.
    if (!isShown) release();
    return isShown;
  }

  async function takeStored(row: StoredDocument, result: ParseResult, release: () => void): Promise<boolean> {
    if (!result.ok) {
      const why = result.problems.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
      await db.setAside(row, why);
      notices.say(`The kept experiment '${row.name}' can't be read any more (${why}). It was put aside, not deleted.`, {
        kind: 'problem',
        action: { title: 'Export it', run: () => download(fileName(row.name), row.text) },
      });
      return false;
    }
    const saved = (await db.get(row.key))?.text === row.text;
    show(result.experiment, { key: row.key, release, saved, untouched: row.untouched });
    return true;
  }

  async function restoreOwn(): Promise<boolean> {
    const { key } = memory;
    const row = key === undefined ? undefined : await load(key);
    if (!row) return false;
    const release = await locks.take(row.key, RELOAD_PATIENCE);
    if (release) return showStored(row, release);
    // This tab was duplicated: the other one goes on with the document, this one with a copy.
    return read(row.text, row.name, async (copy) => {
      if (!copy.ok) return false;
      await showAsNew(copy.experiment, row.untouched);
      notices.say(`'${row.name}' is open in another tab. This is a copy of it.`);
      return true;
    });
  }

  async function restoreLast(): Promise<boolean> {
    for (const listed of await db.list()) {
      const release = await locks.take(listed.key);
      if (!release) continue;
      if (await showStored((await load(listed.key)) ?? listed, release)) return true;
    }
    return false;
  }

  return {
    reading,
    refused,
    async restore(fallback) {
      if ((await restoreOwn()) || (await restoreLast())) return;
      const text = await fallback().catch(() => undefined);
      const result = text === undefined ? undefined : parseExperiment(text);
      await showAsNew(result?.ok ? result.experiment : createExperiment('experiment'), true);
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
    recent: async () => (await db.list()).filter(({ key }) => key !== memory.key),
    async openRecent(key) {
      const goOn = async () => {
        const release = await locks.take(key);
        const row = release && (await load(key));
        if (row) await showStored(row, release);
        else notices.say(release ? 'This experiment is gone.' : 'This experiment is open in another tab.');
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
      if (length > 0 && secrets === 'left out') {
        notices.say(`Exported without ${countSecrets(length)}. They are still in the studio.`, { kind: 'done' });
      }
    },
  };
}
