import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { fileId, type FileId } from '../domain/ids.ts'
import type { HeardFile } from '../flows/heard.ts'
import type { Made } from '../flows/papers/made.ts'
import type { Documents } from './documents/documents.ts'
import { MIMES } from './documents/make.ts'
import type { Blobs } from './store/blobs.ts'
import type { Store } from './store/store.ts'
import type { Tx } from './store/tx.ts'
import { readCaseFile } from './store/vault/caseFiles.ts'

export interface StoredFile {
  readonly mime: string
  readonly name: string
  readonly bytes: Uint8Array
}

export type SavedFile =
  | { readonly kind: 'file'; readonly file: HeardFile }
  | { readonly kind: 'badFile'; readonly why: 'tooBig' | 'type' | 'unreadable' }

export interface Files {
  save(input: { readonly bytes: Uint8Array; readonly name: string }): Promise<SavedFile>
  /** Keeps what stands in a document, in the transaction of its turn; the same id again changes nothing. */
  keep(tx: Tx, document: { readonly id: FileId; readonly name: string; readonly made: Made<string> }): Promise<void>
  read(id: FileId): Promise<StoredFile | undefined>
  /** Documents that nobody fetches any more; one can always be made anew. */
  sweep(): Promise<number>
  /** Nothing of it stays; done again it does nothing. */
  drop(tx: Tx, id: FileId): Promise<void>
}

const MAX = 10 * 1024 * 1024
/** As long as a message may wait for a phone that is off. */
const KEEP_DAYS = 30
const PIXELS = 40_000_000
const DOCUMENTS: ReadonlyMap<string, string> = new Map([
  ['application/pdf', 'pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
])

export interface FilesOptions {
  readonly store: Store
  readonly documents: Documents
  readonly blobs: Blobs
  readonly now: () => Date
  readonly newId: () => string
}

/**
 * Evidence: typed by its content, never by its name; a photo is encoded anew, which drops place, time and whatever else was
 * hidden in it; everything is sealed before it leaves here.
 */
export function openFiles({ store, documents, blobs, now, newId }: FilesOptions): Files {
  const place = (id: string) => ({ table: 'file', column: 'bytes', row: id })
  const write = (id: FileId, bytes: Uint8Array | string): Promise<void> =>
    blobs.put(id, store.seals.union.seal(place(id), bytes))
  return {
    async save({ bytes }) {
      if (bytes.length > MAX) return { kind: 'badFile', why: 'tooBig' }
      const checked = await check(bytes)
      if ('kind' in checked) return checked
      const id = fileId(newId())
      await write(id, checked.bytes)
      await store.union.file.create({ data: { id, mime: checked.mime, size: checked.bytes.length, createdAt: now() } })
      return {
        kind: 'file',
        file: { id, name: `minh-chung.${checked.extension}`, mime: checked.mime, size: checked.bytes.length },
      }
    },
    async keep(tx, { id, name, made }) {
      const text = JSON.stringify(made)
      await write(id, text)
      const row = { id, name, mime: MIMES[made.kind], size: text.length, made: true, createdAt: now() }
      await tx.file.createMany({ data: [row], skipDuplicates: true })
    },
    async read(id) {
      const row = await store.union.file.findUnique({ where: { id } })
      if (row === null) {
        const photo = await readCaseFile(store, id)
        return photo === undefined ? undefined : { mime: 'image/jpeg', name: shownName(undefined), bytes: photo }
      }
      const sealed = await blobs.get(id)
      if (sealed === undefined) throw new Error('a file of a row that is there is gone')
      const bytes = store.seals.union.openBytes(place(id), sealed)
      return {
        mime: row.mime,
        name: shownName(row),
        bytes: row.made ? await documents.make(JSON.parse(bytes.toString('utf8'))) : bytes,
      }
    },
    async sweep() {
      const before = new Date(now().getTime() - KEEP_DAYS * 24 * 3600_000)
      const old = await store.union.file.findMany({ where: { made: true, createdAt: { lt: before } } })
      for (const { id } of old) await blobs.remove(id)
      await store.union.file.deleteMany({ where: { id: { in: old.map((one) => one.id) } } })
      return old.length
    },
    async drop(tx, id) {
      await blobs.remove(id)
      await tx.file.deleteMany({ where: { id } })
    },
  }
}

const extensionOf = (mime: string): string => DOCUMENTS.get(mime) ?? 'jpg'

/** As what it is shown and saved; evidence has no name of its own, and what has no row is a photo of a case. */
export const shownName = (row: { readonly name: string | null; readonly mime: string } | undefined): string =>
  row === undefined ? 'anh.jpg' : (row.name ?? `minh-chung.${extensionOf(row.mime)}`)

async function check(
  bytes: Uint8Array,
): Promise<{ bytes: Uint8Array; mime: string; extension: string } | { kind: 'badFile'; why: 'type' | 'unreadable' }> {
  const type = await fileTypeFromBuffer(bytes)
  if (type === undefined) return { kind: 'badFile', why: 'type' }
  const document = DOCUMENTS.get(type.mime)
  if (document !== undefined) return { bytes, mime: type.mime, extension: document }
  if (!type.mime.startsWith('image/')) return { kind: 'badFile', why: 'type' }
  try {
    const image = sharp(bytes, { limitInputPixels: PIXELS, failOn: 'error' })
    const clean = await image
      .rotate()
      .resize({ width: 2400, height: 2400, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 85 })
      .toBuffer()
    return { bytes: clean, mime: 'image/jpeg', extension: 'jpg' }
  } catch {
    return { kind: 'badFile', why: 'unreadable' }
  }
}
