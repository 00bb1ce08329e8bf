import { useRef } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../widgets/Button.tsx';
import { Dialog } from '../../widgets/Dialog.tsx';
import { countOf } from '../../text/count-text.ts';
import { useWorkbench } from '../../context/workbench-context.tsx';

/** What to do with an experiment whose text was pasted. */
export function PastedDialog({ onClose }: { readonly onClose: () => void }) {
  const { clipboard, files } = useWorkbench();
  const pasted = useStore(clipboard.pasted);
  const add = useRef<HTMLButtonElement>(null);
  if (!pasted) return null;
  const { experiment, text } = pasted;
  const { id, resources, connections, conditions } = experiment;
  const close = (act?: () => void) => () => {
    onClose();
    act?.();
    clipboard.pasted.setState(undefined, true);
  };
  return (
    <Dialog
      open
      onClose={close()}
      title={`Paste the experiment '${id}'`}
      size="s"
      initialFocus={add}
      footer={
        <>
          <Button onClick={close()}>Cancel</Button>
          <Button onClick={close(() => void files.openText(text, id))}>Open instead</Button>
          <Button ref={add} variant="primary" onClick={close(() => clipboard.addPasted())}>
            Add to this experiment
          </Button>
        </>
      }
    >
      <p>
        It has {countOf(resources.length, 'resource')}, {countOf(connections.length, 'connection')} and{' '}
        {countOf(conditions.length, 'condition')}. Opening it keeps the experiment on screen among the recent ones.
      </p>
    </Dialog>
  );
}
