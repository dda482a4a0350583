export interface Form {
  readonly as: string
  readonly bytes: Buffer
}

/** The ways in which a text may lie in a file: as it is, decomposed, upper, escaped, and encoded at any offset. */
export function formsOf(text: string): readonly Form[] {
  const utf8 = Buffer.from(text)
  return [
    { as: 'raw', bytes: utf8 },
    { as: 'NFD', bytes: Buffer.from(text.normalize('NFD')) },
    { as: 'upper', bytes: Buffer.from(text.toUpperCase()) },
    { as: 'lower', bytes: Buffer.from(text.toLowerCase()) },
    { as: 'JSON', bytes: Buffer.from(escaped(text)) },
    { as: 'URL', bytes: Buffer.from(encodeURIComponent(text)) },
    { as: 'hex', bytes: Buffer.from(utf8.toString('hex')) },
    { as: 'UTF-16LE', bytes: Buffer.from(text, 'utf16le') },
    ...[0, 1, 2].map((offset) => ({ as: `base64 at ${offset}`, bytes: Buffer.from(base64At(utf8, offset)) })),
  ]
}

/** What can be told of the base64 of these bytes when others stand before and after them. */
function base64At(bytes: Buffer, offset: number): string {
  const first = offset === 0 ? 0 : offset === 1 ? 2 : 3
  const usable = Math.floor((bytes.length + offset) / 3) * 4
  return Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .slice(first, usable)
}

const escaped = (text: string): string =>
  [...text]
    .map((one) => (one.charCodeAt(0) < 128 ? one : `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`))
    .join('')

/** A text that must be nowhere. */
export interface Canary {
  readonly name: string
  readonly forms: readonly Form[]
}

/** Which of these texts are in the bytes, and in what form. */
export const hits = (bytes: Buffer, canaries: readonly Canary[]): readonly string[] =>
  canaries.flatMap(({ name, forms }) =>
    forms.filter((form) => bytes.includes(form.bytes)).map((form) => `${name} as ${form.as}`),
  )
