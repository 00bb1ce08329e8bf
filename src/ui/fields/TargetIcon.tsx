import { BoxSelect, CopyCheck, Group } from 'lucide-react';
import type { Catalog } from '../../model/rtype.ts';
import { ResourceIcon } from '../types/resource-icon.tsx';
import type { Target } from './find-targets.ts';

/** What something that was found looks like in a list. */
export function TargetIcon({ catalog, target }: { readonly catalog: Catalog; readonly target: Target }) {
  switch (target.kind) {
    case 'resource':
      return <ResourceIcon catalog={catalog} rtype={target.rtype ?? ''} />;
    case 'group':
      return <Group aria-hidden />;
    case 'selection':
      return <BoxSelect aria-hidden />;
    case 'all':
      return <CopyCheck aria-hidden />;
  }
}
