// All that a page works with beside the stores, put together; what main.tsx makes and the shell gets.
import { createAutosave, type Autosave } from './autosave.ts';
import { downloadText, fetchText } from './browser-files.ts';
import { browserClipboard, type Clipboard, createClipboard } from './clipboard.ts';
import { editCommands } from './commands/edit-commands.ts';
import { fileCommands } from './commands/file-commands.ts';
import { groupCommands } from './commands/group-commands.ts';
import { helpCommands } from './commands/help-commands.ts';
import { runCommands } from './commands/run-commands.ts';
import { stepCommands } from './commands/step-commands.ts';
import { viewCommands } from './commands/view-commands.ts';
import { browserLocks, browserTabMemory } from './document-keys.ts';
import { createMemoryDb, type DocumentsDb, openDocumentsDb } from './documents-db.ts';
import { createExamples, type Examples } from './examples.ts';
import { createFiles, type Files } from './files.ts';
import { listenToKeyboard } from './keyboard.ts';
import { rememberView } from './remembered-view.ts';
import { createRescue } from './rescue.ts';
import { createRoom } from './room.ts';
import { createRunControl, type RunControl } from './run-control.ts';
import type { Studio } from './studio.ts';
import { createWholeCopies } from './whole-copies.ts';

export interface Workbench {
  readonly studio: Studio;
  readonly files: Files;
  readonly examples: Examples;
  readonly autosave: Autosave;
  readonly clipboard: Clipboard;
  readonly control: RunControl;
  /** Listens to the page: keys, the clipboard, its end. Returns what ends that (an effect's cleanup). */
  listen(): () => void;
}

/** Opens the store of documents and makes the rest; then `files.restore` shows a document. */
export async function createWorkbench(studio: Studio): Promise<Workbench> {
  const db = await openOrMakeDo(studio);
  const rescue = createRescue(localStorage);
  const autosave = createAutosave({ document: studio.document, db, rescue, now: () => Date.now() });
  const files = createFiles({
    studio,
    db,
    rescue,
    autosave,
    locks: browserLocks(),
    memory: browserTabMemory(),
    download: downloadText,
  });
  const examples = createExamples(files, fetchText);
  const system = browserClipboard();
  const clipboard = createClipboard(studio, system, createWholeCopies(new BroadcastChannel('nepi-studio.copies')));
  const control = createRunControl(studio);
  studio.commands.add([
    ...fileCommands(studio, files),
    ...editCommands(studio, clipboard),
    ...groupCommands(studio),
    ...viewCommands(studio),
    ...runCommands(studio, control),
    ...stepCommands(studio, control),
    ...helpCommands(studio),
  ]);
  const room = createRoom(studio.view, (query) => window.matchMedia(query));
  rememberView(studio.view, localStorage, room.folded);

  return {
    studio,
    files,
    examples,
    autosave,
    clipboard,
    control,
    listen() {
      const endings = [listenToKeyboard(studio, clipboard, system.remember), room.follow()];
      const leaving = new AbortController();
      const save = () => document.visibilityState === 'hidden' && autosave.rescueNow();
      document.addEventListener('visibilitychange', save, { signal: leaving.signal });
      const leave = () => {
        studio.drafts.takeAll();
        autosave.rescueNow();
      };
      window.addEventListener('pagehide', leave, { signal: leaving.signal });
      return () => {
        for (const end of endings) end();
        leaving.abort();
      };
    },
  };
}

async function openOrMakeDo(studio: Studio): Promise<DocumentsDb> {
  try {
    return await openDocumentsDb();
  } catch {
    studio.notices.say(
      'This browser keeps no data for this page (a private window?). Export your experiment before you close the tab.',
      { kind: 'problem' },
    );
    return createMemoryDb();
  }
}
