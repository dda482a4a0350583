import type { IncomingMessage } from 'node:http'
import { z } from 'zod'

export interface SentFile {
  readonly name: string
  readonly bytes: Buffer
}

export interface Body {
  readonly payload: Readonly<Record<string, unknown>>
  /** By the name they are attached under. */
  readonly files: ReadonlyMap<string, SentFile>
}

const record = z.record(z.string(), z.unknown())

export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(z.instanceof(Buffer).parse(chunk))
  const bytes = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  const boundary = /multipart\/form-data; *boundary=(.+)$/.exec(type)?.[1]
  if (boundary !== undefined) return readParts(bytes, boundary)
  return { payload: bytes.length === 0 ? {} : record.parse(JSON.parse(bytes.toString())), files: new Map() }
}

/** Node's own reader of forms refuses grammY's: it begins without a blank after the colon. */
function readParts(bytes: Buffer, boundary: string): Body {
  const payload: Record<string, unknown> = {}
  const files = new Map<string, SentFile>()
  for (const part of bytes.toString('latin1').split(`--${boundary}`).slice(1, -1)) {
    const end = part.indexOf('\r\n\r\n')
    const head = Buffer.from(part.slice(0, end), 'latin1').toString()
    const body = Buffer.from(part.slice(end + 4, -2), 'latin1')
    const name = /;\s*name="([^"]*)"/.exec(head)?.[1] ?? ''
    const file = /;\s*filename="?([^"\r\n]*)"?/.exec(head)?.[1]
    if (file === undefined) payload[name] = readField(name, body.toString())
    else {
      files.set(name, { name: file, bytes: body })
      // Some clients send the file in the field itself, others name it there.
      if (WORDS.has(name)) payload[name] ??= `attach://${name}`
    }
  }
  return { payload, files }
}

const WORDS = new Set(['text', 'caption', 'photo', 'document'])

/** Numbers and objects are written as JSON, words as they are. */
export function readField(name: string, text: string): unknown {
  if (WORDS.has(name)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
