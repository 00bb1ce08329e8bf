import { Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { FieldButton } from '../fields/FieldButton.tsx';
import fields from '../drafts/fields.module.css';
import lists from './lists.module.css';

/** A condition or a gate in a list, as a sentence: it opens its editor below itself, and can be removed. */
export function SentenceRow({
  sentence,
  onRemove,
  children,
}: {
  readonly sentence: string;
  readonly onRemove: () => void;
  /** The editor. */
  readonly children: ReactNode;
}) {
  const [editing, setEditing] = useState(false);
  const toggle = () => setEditing(!editing);
  return (
    <li>
      <div className={lists.row}>
        <button type="button" className={`${lists.link} ${lists.sentence}`} aria-expanded={editing} onClick={toggle}>
          {sentence}
        </button>
        <button
          type="button"
          className={fields.iconButton}
          aria-label={`Edit ${sentence}`}
          title="Edit"
          onClick={toggle}
        >
          <Pencil size={13} aria-hidden />
        </button>
        <FieldButton aria-label={`Remove ${sentence}`} title="Remove" onClick={onRemove}>
          <Trash2 size={13} aria-hidden />
        </FieldButton>
      </div>
      {editing && <div className={lists.editor}>{children}</div>}
    </li>
  );
}
