import { Popover } from '@base-ui/react/popover';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useStudio } from '../context/studio-context.tsx';
import { Button } from '../widgets/Button.tsx';
import { FocusAtOnce } from '../focus/FocusAtOnce.tsx';
import { useFocusBack } from '../focus/use-focus-back.ts';
import styles from './Tour.module.css';
import { TOUR } from './tour-steps.ts';
import { useFrameAround } from './use-frame-around.ts';

/** A walk past the parts of the page. Escape leaves it anywhere; it comes only when it is asked for. */
export function Tour({ onClose }: { readonly onClose: () => void }) {
  const { view } = useStudio();
  const [at, setAt] = useState(0);
  const step = TOUR[at]!;
  const isLast = at === TOUR.length - 1;
  const next = useRef<HTMLButtonElement>(null);
  const frame = useFrameAround(step.at);
  const before = useFocusBack();

  useLayoutEffect(() => step.show?.(view.getState()), [step, view]);

  const go = (to: number) => setAt(Math.max(0, Math.min(TOUR.length - 1, to)));
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') go(at + 1);
    else if (event.key === 'ArrowLeft') go(at - 1);
    else return;
    event.preventDefault();
  };

  return (
    <>
      {frame && (
        <div
          className={styles.frame}
          style={{ left: frame.x, top: frame.y, width: frame.width, height: frame.height }}
          aria-hidden
        />
      )}
      <Popover.Root open onOpenChange={(open) => !open && onClose()}>
        <Popover.Portal>
          <Popover.Positioner
            className={styles.positioner}
            anchor={{ getBoundingClientRect: () => frame ?? middleOfPage() }}
            side={step.side}
            sideOffset={12}
            collisionPadding={12}
            // A part may fill the screen: then this stands on it rather than beside it.
            collisionAvoidance={{ side: 'shift', align: 'shift' }}
          >
            <Popover.Popup
              className={styles.popup}
              initialFocus={next}
              finalFocus={() => !before.isConnected}
              onKeyDown={keyDown}
            >
              <p className={styles.place}>
                {at + 1} of {TOUR.length}
              </p>
              <Popover.Title className={styles.title}>{step.title}</Popover.Title>
              <Popover.Description className={styles.text}>{step.text}</Popover.Description>
              <div className={styles.buttons}>
                <Button variant="quiet" onClick={onClose}>
                  Leave
                </Button>
                <span className={styles.gap} />
                {at > 0 && <Button onClick={() => go(at - 1)}>Back</Button>}
                <Button ref={next} variant="primary" onClick={() => (isLast ? onClose() : go(at + 1))}>
                  {isLast ? 'Done' : 'Next'}
                </Button>
              </div>
              <FocusAtOnce key={at} on={next} />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </>
  );
}

const middleOfPage = () => new DOMRect(innerWidth / 2, innerHeight / 2, 0, 0);
