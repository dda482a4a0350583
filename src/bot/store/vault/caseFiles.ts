import { caseId, type FileId } from '../../../domain/ids.ts'
import type { Heard } from '../../../flows/heard.ts'
import type { Effect } from '../../../flows/vault/effects.ts'
import type { Place } from '../../../flows/vault/place.ts'
import { heldFiles } from '../../../flows/woman/held.ts'
import { postOwn } from '../inbox.ts'
import type { Store } from '../store.ts'
import type { Tx } from '../tx.ts'
import { caseKey, openFile, sealFile } from './caseKeys.ts'
import { addWords } from './cases.ts'

export type ReadFile = (id: FileId) => Promise<{ readonly mime: string; readonly bytes: Uint8Array } | undefined>

interface Adding {
  readonly effect: Extract<Effect, { do: 'addPhotos' }>
  readonly now: Date
  readonly readFile: ReadFile
}

/** Photos she said yes to, as they were encoded anew when they came in, sealed with the key of the case. */
export async function addPhotos(store: Store, tx: Tx, { effect, now, readFile }: Adding): Promise<void> {
  const key = await caseKey(store, tx, effect.case, 'untilTheEnd')
  if (key === undefined) return
  for (const { id, file } of effect.photos) {
    const read = await readFile(file)
    if (read === undefined || !read.mime.startsWith('image/')) continue
    const body = sealFile(key, effect.case, id, read.bytes)
    await tx.caseFile.create({ data: { id, caseId: effect.case, body, createdAt: now } })
    await addWords(store, tx, { case: effect.case, id, from: 'woman', text: '', now, photo: id })
  }
}

/** For the one to whom it is on its way; undefined once the case was erased. */
export async function readCaseFile(store: Store, id: FileId): Promise<Uint8Array | undefined> {
  const row = await store.vault.caseFile.findUnique({ where: { id } })
  if (row === null) return undefined
  const owner = caseId(row.caseId)
  const key = await caseKey(store, store.vault, owner)
  return key === undefined ? undefined : openFile(key, owner, id, row.body)
}

interface Turned {
  readonly heard: Heard
  readonly before: Place
  readonly after: Place
  readonly now: Date
}

/** A file that the conversation no longer holds, whether refused, sent on or left behind, is dropped from where it came in. */
export async function dropUnheld(store: Store, tx: Tx, { heard, before, after, now }: Turned): Promise<void> {
  const came = heard.kind === 'file' ? [heard.file.id] : []
  const held = new Set(heldFiles(after))
  await dropFiles(
    store,
    tx,
    [...came, ...heldFiles(before)].filter((id) => !held.has(id)),
    now,
  )
}

/** The folder of files is the Union's login's: it is asked to drop them. */
export async function dropFiles(store: Store, tx: Tx, files: readonly string[], now: Date): Promise<void> {
  for (const file of new Set(files))
    await postOwn(store, tx, {
      persona: 'bot',
      key: `dropFile:${file}`,
      event: { kind: 'dropFile', data: { file } },
      now,
    })
}
