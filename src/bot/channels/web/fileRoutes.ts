import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { HttpError, notFound } from '../../http/error.ts'
import { badField, readClientId } from './bodies.ts'
import { type ChatOptions, eventKeyOf } from './chatRoutes.ts'
import type { SavedFile, StoredFile } from './ports.ts'
import { sessionOf } from './session.ts'

export const fileMax = 10 * 1024 * 1024
/** The file, its id and the lines between them. */
const formMax = fileMax + 64 * 1024

const guarded = { config: { policy: 'session' } } as const

export async function fileRoutes(app: FastifyInstance, { ports, limits }: ChatOptions): Promise<void> {
  await app.register(multipart, { limits: { files: 1, fields: 4, fieldSize: 200, fileSize: fileMax, headerPairs: 50 } })

  app.post('/chat/files', { ...guarded, bodyLimit: formMax }, async (request, reply) => {
    const session = sessionOf(request)
    await limits.files(request)
    const { id, set, name, bytes } = await readUpload(request)
    const saved: SavedFile =
      bytes.length === 0 ? { kind: 'badFile', why: 'unreadable' } : await ports.saveFile({ bytes, name })
    const what = saved.kind === 'file' && set !== undefined ? { ...saved, album: set } : saved
    await ports.receive({ channel: 'web', address: session.address, eventKey: eventKeyOf(session, id), what })
    return reply.code(202).send({})
  })

  app.get<{ Params: { readonly id: string } }>('/chat/files/:id', guarded, async (request, reply) => {
    const { id } = request.params
    await limits.calls(request)
    const file = fileIdForm.test(id) ? await ports.readFile(sessionOf(request).address, id) : undefined
    if (file === undefined) throw notFound()
    const { bytes } = file
    return reply
      .type(isMime(file.mime) ? file.mime : 'application/octet-stream')
      .header('content-disposition', dispositionOf(file))
      .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  })
}

const fileIdForm = /^[A-Za-z0-9][A-Za-z0-9_.:-]{0,63}$/
const isMime = (text: string): boolean => /^[a-z]+\/[a-z0-9.+-]+$/.test(text)

/** Always to be saved, never opened as a page of ours. */
const dispositionOf = (file: StoredFile): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(file.name.toWellFormed())}`

interface Upload {
  readonly id: string
  /** The same for all that were chosen at once. */
  readonly set?: string
  readonly name: string
  readonly bytes: Uint8Array
}

async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) {
    throw new HttpError({ status: 415, code: 'badType', message: 'Content-Type must be multipart/form-data.' })
  }
  refuseLength(Number(request.headers['content-length']))
  let id: string | undefined
  let set: string | undefined
  let file: { readonly name: string; readonly bytes: Uint8Array } | undefined
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') file = { name: part.filename ?? '', bytes: await part.toBuffer() }
      else if (part.fieldname === 'id') id = readClientId(part.value)
      else if (part.fieldname === 'set') set = readClientId(part.value)
    }
  } catch (error) {
    throw uploadError(error)
  }
  if (id === undefined) throw badField('id', 'The type is wrong, or the field is missing.')
  if (file === undefined) throw badField('file', 'There is no file.')
  return { id, ...file, ...(set === undefined ? {} : { set }) }
}

/** Before a byte of it is read: who sends a gigabyte need not send it all. */
function refuseLength(length: number): void {
  if (Number.isNaN(length)) throw new HttpError({ status: 411, code: 'noLength', message: 'Content-Length is needed.' })
  if (length > formMax) throw fileTooBig()
}

const fileTooBig = (): HttpError =>
  new HttpError({ status: 413, code: 'tooBig', message: 'The file is bigger than 10 MB.', field: 'file' })

function uploadError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'FST_REQ_FILE_TOO_LARGE':
      return fileTooBig()
    case 'FST_FILES_LIMIT':
      return badField('file', 'One file at a time.')
    case 'FST_FIELDS_LIMIT':
    case 'FST_PARTS_LIMIT':
      return badField('body', 'There is a field that is not known.')
    default:
      return error instanceof HttpError ? error : badField('body', 'The form cannot be read.')
  }
}
