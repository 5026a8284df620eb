/** An entry of a record's own: a slide may be called `constructor`, which every object has. */
export function own<V>(record: Record<string, V>, key: string): V | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
