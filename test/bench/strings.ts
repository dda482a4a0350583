/** Where every engine keeps its state: strings, as rows of a database would be. Counts the bytes that are written. */
export interface Strings {
  readonly written: { bytes: number; writes: number; most: number }
  get(key: string): string | undefined
  set(key: string, value: string): void
  delete(key: string): void
}

export function makeStrings(): Strings {
  const values = new Map<string, string>()
  const written = { bytes: 0, writes: 0, most: 0 }
  return {
    written,
    get: (key) => values.get(key),
    set: (key, value) => {
      const bytes = Buffer.byteLength(value)
      written.bytes += bytes
      written.writes++
      written.most = Math.max(written.most, bytes)
      values.set(key, value)
    },
    delete: (key) => void values.delete(key),
  }
}
