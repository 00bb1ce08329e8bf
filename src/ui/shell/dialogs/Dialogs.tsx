import type { Dialog } from '../../../app/stores/view-store.ts';
import { Tour } from '../../help/Tour.tsx';
import { useStudio, useView } from '../../context/studio-context.tsx';
import { DelayDialog, DurationDialog, FailDialog, SetDialog } from '../../what-if/WhatIfDialog.tsx';
import { AboutDialog } from './AboutDialog.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { ExamplesDialog } from './ExamplesDialog.tsx';
import { ExportSecretsDialog } from './ExportSecretsDialog.tsx';
import { FindDialog } from './FindDialog.tsx';
import { JoinDialog } from './JoinDialog.tsx';
import { PastedDialog } from './PastedDialog.tsx';
import { RecentDialog } from './RecentDialog.tsx';
import { RefusedDialog } from './RefusedDialog.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';

/** The dialog that the view store asks for. */
export function Dialogs() {
  const { view } = useStudio();
  const dialog = useView((state) => state.dialog);
  const onClose = () => view.getState().set({ dialog: undefined });
  return drawDialog(dialog, onClose);
}

function drawDialog(dialog: Dialog | undefined, onClose: () => void) {
  switch (dialog) {
    case 'commands':
      return <CommandPalette onClose={onClose} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={onClose} />;
    case 'examples':
      return <ExamplesDialog onClose={onClose} />;
    case 'recent':
      return <RecentDialog onClose={onClose} />;
    case 'refused':
      return <RefusedDialog onClose={onClose} />;
    case 'export-secrets':
      return <ExportSecretsDialog onClose={onClose} />;
    case 'pasted':
      return <PastedDialog onClose={onClose} />;
    case 'find':
      return <FindDialog onClose={onClose} />;
    case 'what-if-fail':
      return <FailDialog onClose={onClose} />;
    case 'what-if-delay':
      return <DelayDialog onClose={onClose} />;
    case 'what-if-set':
      return <SetDialog onClose={onClose} />;
    case 'what-if-duration':
      return <DurationDialog onClose={onClose} />;
    case 'connect-to':
      return <JoinDialog kind="connection" onClose={onClose} />;
    case 'wait-for':
      return <JoinDialog kind="condition" onClose={onClose} />;
    case 'tour':
      return <Tour onClose={onClose} />;
    case 'about':
      return <AboutDialog onClose={onClose} />;
    // Drawn by the canvas, where the resource goes.
    case 'add-resource':
    case undefined:
      return null;
  }
}
