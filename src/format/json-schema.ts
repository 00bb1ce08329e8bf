import { experimentJsonSchema } from '../model/schema.ts';

/** The text of public/schema/experiment-v1.json: the JSON Schema of an experiment file. */
export function printSchema(): string {
  return `${JSON.stringify(experimentJsonSchema(), null, 2)}\n`;
}
