import { Toast } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { IconButton } from './Button.tsx';
import styles from './Toasts.module.css';

export type ToastKind = 'info' | 'done' | 'problem';

const manager = Toast.createToastManager<{ readonly kind: ToastKind }>();
const ICONS = { info: Info, done: CircleCheck, problem: CircleAlert };

/** Says something in passing; what is said already is not said twice. A problem stays until it is closed. */
export function showToast(
  text: string,
  options: { readonly kind?: ToastKind; readonly action?: { readonly title: string; readonly run: () => void } } = {},
): void {
  const kind = options.kind ?? 'info';
  const id: string = manager.add({
    id: text,
    title: text,
    timeout: kind === 'problem' ? 0 : 5000,
    // Urgent ones the library hides from screen readers until they are focused, though Tab reaches their buttons.
    priority: 'low',
    data: { kind },
    ...(options.action && {
      actionProps: {
        children: options.action.title,
        onClick: () => {
          options.action?.run();
          manager.close(id);
        },
      },
    }),
  });
}

/** Where toasts appear; once in the page. */
export function Toasts() {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport}>
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager<{ readonly kind: ToastKind }>();
  return toasts.map((toast) => {
    const kind = toast.data?.kind ?? 'info';
    const Icon = ICONS[kind];
    return (
      <Toast.Root key={toast.id} toast={toast} className={styles.toast} data-kind={kind} swipeDirection="right">
        <Icon className={styles.icon} aria-hidden />
        <Toast.Title className={styles.text} />
        {toast.actionProps && <Toast.Action className={styles.action} />}
        <Toast.Close render={<IconButton label="Dismiss" icon={<X aria-hidden />} />} />
      </Toast.Root>
    );
  });
}
