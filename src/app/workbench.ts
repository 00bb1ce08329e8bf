// All that a page works with beside the stores, put together; what main.tsx makes and the shell gets.
import { openKeptDocuments } from '../storage/kept-documents.ts';
import { createRescue } from '../storage/rescue.ts';
import { sharedStorage } from '../storage/safe-storage.ts';
import { createAutosave, type Autosave } from './files/autosave.ts';
import { downloadText, fetchText } from './files/browser-files.ts';
import { browserClipboard, type Clipboard, createClipboard } from './editing/clipboard.ts';
import { editCommands } from './commands/edit-commands.ts';
import { fileCommands } from './commands/file-commands.ts';
import { groupCommands } from './commands/group-commands.ts';
import { helpCommands } from './commands/help-commands.ts';
import { runCommands } from './commands/run-commands.ts';
import { stepCommands } from './commands/step-commands.ts';
import { viewCommands } from './commands/view-commands.ts';
import { browserLocks, browserTabMemory } from './files/document-keys.ts';
import { createExamples, type Examples } from './files/examples.ts';
import { createFiles, type Files } from './files/files.ts';
import { listenToKeyboard } from './page/keyboard.ts';
import { rememberView } from './page/remembered-view.ts';
import { createRoom } from './page/room.ts';
import { createRunControl, type RunControl } from './runs/run-control.ts';
import type { Studio } from './stores/studio.ts';
import { createWholeCopies } from './editing/whole-copies.ts';

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
  const db = await openKeptDocuments();
  const rescue = createRescue(sharedStorage);
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
  const clipboard = createClipboard(
    studio,
    browserClipboard(),
    createWholeCopies(new BroadcastChannel('nepi-studio.copies')),
  );
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
  rememberView(studio.view, sharedStorage, room.folded);

  return {
    studio,
    files,
    examples,
    autosave,
    clipboard,
    control,
    listen() {
      const endings = [listenToKeyboard(studio, clipboard), room.follow()];
      const leaving = new AbortController();
      const save = () => document.visibilityState === 'hidden' && autosave.rescueNow();
      document.addEventListener('visibilitychange', save, { signal: leaving.signal });
      const leave = () => {
        studio.drafts.takeAll();
        return autosave.rescueNow();
      };
      const ask = (event: Event) => leave() || event.preventDefault();
      window.addEventListener('beforeunload', ask, { signal: leaving.signal });
      window.addEventListener('pagehide', leave, { signal: leaving.signal });
      // Back from the back-forward cache: the browser may have closed the store meanwhile.
      window.addEventListener('pageshow', () => autosave.retry(), { signal: leaving.signal });
      return () => {
        for (const end of endings) end();
        leaving.abort();
      };
    },
  };
}
