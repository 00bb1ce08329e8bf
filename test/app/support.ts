import { vi } from 'vitest';
import { type Autosave, createAutosave } from '../../src/app/files/autosave.ts';
import type { KeyLocks, TabMemory } from '../../src/app/files/document-keys.ts';
import { createFiles, type Files } from '../../src/app/files/files.ts';
import type { StartRun } from '../../src/app/stores/run-store.ts';
import { createStudio, type Studio } from '../../src/app/stores/studio.ts';
import { createCatalog } from '../../src/model/rtype.ts';
import { createExperiment, type Experiment } from '../../src/model/experiment.ts';
import type { KeptDocuments } from '../../src/storage/kept-documents.ts';
import { createMemoryDb, type MemoryDb } from '../../src/storage/memory-db.ts';
import { createRescue } from '../../src/storage/rescue.ts';
import type { SafeStorage } from '../../src/storage/safe-storage.ts';

/** Three types are enough for most. */
export const catalog = createCatalog([
  { rtype: 'Resource', abstract: true },
  { rtype: 'linux::Node' },
  { rtype: 'linux::Application', attributes: [{ name: 'command', type: 'STRING' }] },
]);

const neverRuns: StartRun = () => () => {};

export function makeStudio(experiment: Experiment = createExperiment('test'), startRun: StartRun = neverRuns): Studio {
  return createStudio({ catalog, startRun, experiment });
}

/** A browser that several tabs share: its store, its locks, its localStorage. */
export function makeBrowser() {
  const held = new Set<string>();
  const db: { -readonly [Key in keyof (MemoryDb & KeptDocuments)]: (MemoryDb & KeptDocuments)[Key] } = {
    ...createMemoryDb(),
    failure: () => undefined,
    onLost: () => {},
  };
  const storage = makeStorage();
  const locks: KeyLocks = {
    async take(key) {
      if (held.has(key)) return undefined;
      held.add(key);
      return () => void held.delete(key);
    },
  };
  return { db, locks, storage, held };
}

export type Browser = ReturnType<typeof makeBrowser>;

export interface Tab {
  readonly studio: Studio;
  readonly files: Files;
  readonly autosave: Autosave;
  readonly memory: TabMemory;
  readonly downloads: (readonly [name: string, text: string])[];
  readonly said: string[];
  /** The page goes, without a chance to save; its locks with it. */
  crash(): void;
}

let clock = 0;

/** Opens a tab; `memory` is what it kept over a reload. */
export function openTab(browser: Browser, memory: TabMemory = { key: undefined }, db: KeptDocuments = browser.db): Tab {
  const studio = makeStudio();
  const rescue = createRescue(browser.storage);
  const autosave = createAutosave({ document: studio.document, db, rescue, now: () => ++clock });
  const downloads: [string, string][] = [];
  const said: string[] = [];
  studio.notices.listen(({ text }) => said.push(text));
  const mine = new Set<() => void>();
  const locks: KeyLocks = {
    async take(key) {
      const release = await browser.locks.take(key);
      if (release) mine.add(release);
      return release;
    },
  };
  const download = (name: string, text: string) => void downloads.push([name, text]);
  const files = createFiles({ studio, db, rescue, autosave, locks, memory, download });
  return {
    studio,
    files,
    autosave,
    memory,
    downloads,
    said,
    crash() {
      autosave.leave();
      for (const release of mine) release();
    },
  };
}

export function makeStorage(): SafeStorage & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (key) => entries.get(key) ?? null,
    setItem(key, value) {
      entries.set(key, value);
      return true;
    },
    removeItem: (key) => void entries.delete(key),
    keys: (prefix) => [...entries.keys()].filter((key) => key.startsWith(prefix)),
  };
}

/** Lets the autosave's timer and all that follows from it happen. */
export const settle = (milliseconds = 5000) => vi.advanceTimersByTimeAsync(milliseconds);
