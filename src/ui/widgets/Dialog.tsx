import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useRef } from 'react';
import { IconButton } from './Button.tsx';
import styles from './Dialog.module.css';
import { FocusAtOnce } from '../focus/FocusAtOnce.tsx';
import { useFocusBack } from '../focus/use-focus-back.ts';

/** A window over the page. Escape and a click beside it close it; the focus goes back to where it was. */
export function Dialog({
  open,
  onClose,
  title,
  description,
  size = 'm',
  bare = false,
  footer,
  initialFocus,
  children,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly size?: 's' | 'm' | 'l';
  /** No heading on screen (it is still read out) and no padding: for a palette. */
  readonly bare?: boolean;
  /** Buttons, the one that goes on last. */
  readonly footer?: ReactNode;
  /** The field that is to be filled in, if there is one. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}) {
  const body = useRef<HTMLDivElement>(null);
  const before = useFocusBack();
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Popup
          className={styles.dialog}
          data-size={size}
          data-bare={bare || undefined}
          // What there is to read comes first, so that the arrow keys scroll it; a palette's field takes the focus.
          {...(!bare && { initialFocus: initialFocus ?? body })}
          finalFocus={() => !before.isConnected}
        >
          <div className={bare ? 'visually-hidden' : styles.head}>
            <div className={styles.heading}>
              <Base.Title className={styles.title}>{title}</Base.Title>
              {description && <Base.Description className={styles.description}>{description}</Base.Description>}
            </div>
            {!bare && <Base.Close render={<IconButton label="Close" keys="Escape" icon={<X aria-hidden />} />} />}
          </div>
          {bare ? (
            <div className={styles.body}>{children}</div>
          ) : (
            // A part that scrolls has to be reachable by key.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            <div ref={body} className={styles.body} role="group" aria-label={title} tabIndex={0}>
              {children}
            </div>
          )}
          {initialFocus && <FocusAtOnce on={initialFocus} />}
          {footer && <div className={styles.footer}>{footer}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
