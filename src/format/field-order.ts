import { experimentJsonSchema } from '../model/schema.ts';
import { ownValue } from '../model/own-value.ts';

/** How a value of the file is laid out: the order of its fields and what each of them holds. */
export interface Layout {
  /** Known fields, in the schema's order. */
  readonly fields: ReadonlyMap<string, Layout>;
  /** What fields of any other name hold, where all names are known (the attributes of a resource). */
  readonly others: Layout | undefined;
  /** What the items of a list hold. */
  readonly items: Layout | undefined;
  /** One of several objects, told apart by a field that is the same in all objects of a kind (`op`, `dist`). */
  readonly kinds: readonly Layout[];
  /** The value that tells this kind from others. */
  readonly tag: Readonly<{ field: string; value: string }> | undefined;
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly const?: unknown;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

let layout: Layout | undefined;

/** The layout of an experiment file, read off its schema, so that the two can't differ. */
export function experimentLayout(): Layout {
  if (!layout) {
    const schema = experimentJsonSchema() as Schema;
    layout = layoutOf(schema, schema.$defs ?? {});
  }
  return layout;
}

/** The layout of a value: of several kinds, the one that it is. */
export function pickLayout(layout: Layout | undefined, value: object): Layout | undefined {
  if (!layout || layout.kinds.length === 0) return layout;
  const fields = value as Readonly<Record<string, unknown>>;
  for (const kind of layout.kinds) {
    const picked = pickLayout(kind, value);
    if (picked?.tag && ownValue(fields, picked.tag.field) === picked.tag.value) return picked;
  }
  return undefined;
}

function layoutOf(schema: Schema, definitions: Readonly<Record<string, Schema>>): Layout {
  const named = schema.$ref === undefined ? undefined : ownValue(definitions, schema.$ref.replace('#/$defs/', ''));
  if (named) return layoutOf(named, definitions);
  const { properties = {}, additionalProperties: others, prefixItems, anyOf = [], oneOf = [] } = schema;
  // The items of our tuples are all of one kind.
  const items = schema.items ?? prefixItems?.[0];
  const fields = Object.entries(properties);
  const tag = fields.find(([, { const: value }]) => typeof value === 'string');
  return {
    fields: new Map(fields.map(([name, field]) => [name, layoutOf(field, definitions)])),
    others: typeof others === 'object' ? layoutOf(others, definitions) : undefined,
    items: items && layoutOf(items, definitions),
    kinds: [...anyOf, ...oneOf].map((kind) => layoutOf(kind, definitions)),
    tag: tag && { field: tag[0], value: tag[1].const as string },
  };
}
