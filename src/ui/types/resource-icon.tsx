import {
  Antenna,
  AppWindow,
  Boxes,
  Cable,
  CircleDashed,
  Clock3,
  FileStack,
  Layers,
  ListOrdered,
  type LucideIcon,
  Network,
  Route,
  Server,
  Signal,
  TriangleAlert,
  Waypoints,
  Wifi,
  Download,
} from 'lucide-react';
import { createElement, memo } from 'react';
import type { Catalog } from '../../model/rtype.ts';
import { type Family, familyOf } from './resource-family.ts';

const ICONS: Readonly<Record<Family, LucideIcon>> = {
  host: Server,
  application: AppWindow,
  ccn: FileStack,
  interface: Network,
  channel: Waypoints,
  tunnel: Cable,
  route: Route,
  simulation: Boxes,
  queue: ListOrdered,
  mobility: Signal,
  wifi: Wifi,
  loss: Antenna,
  delay: Clock3,
  error: TriangleAlert,
  protocol: Layers,
  collector: Download,
  other: CircleDashed,
};

/** The icon component for a type, known or not. */
function iconOf(catalog: Catalog, rtype: string): LucideIcon {
  return ICONS[familyOf(catalog.get(rtype) ?? { rtype, lineage: [rtype] })];
}

/** The icon of a type; decoration only, the type's name stands beside it. */
export const ResourceIcon = memo(function ResourceIcon(props: {
  readonly catalog: Catalog;
  readonly rtype: string;
  readonly size?: number;
}) {
  return createElement(iconOf(props.catalog, props.rtype), {
    size: props.size ?? 16,
    strokeWidth: 1.75,
    'aria-hidden': true,
  });
});
