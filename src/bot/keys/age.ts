import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { ReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { StartError } from '../start/startError.ts'

/** For whom a backup is encrypted: a public key whose secret half is kept elsewhere, or a passphrase. */
export type Lock =
  | { readonly kind: 'recipient'; readonly recipient: string }
  | { readonly kind: 'passphrase'; readonly file: string }
/** What opens it. */
export type Opener =
  | { readonly kind: 'identity'; readonly file: string }
  | { readonly kind: 'passphrase'; readonly file: string }

export function encrypterFor(lock: Lock): Encrypter {
  const encrypter = new Encrypter()
  if (lock.kind === 'passphrase') {
    encrypter.setPassphrase(readPassphrase(lock.file))
    return encrypter
  }
  try {
    encrypter.addRecipient(lock.recipient)
    return encrypter
  } catch (cause) {
    throw new StartError({
      vi: '--recipient phải là khóa công khai dạng age1…; tạo một cặp mới: npm run -s cli -- backup --new-identity TỆP',
      en: '--recipient must be a public key like age1…; make a new pair: npm run -s cli -- backup --new-identity FILE',
      cause,
    })
  }
}

export function decrypterFor(opener: Opener): Decrypter {
  const decrypter = new Decrypter()
  if (opener.kind === 'passphrase') decrypter.addPassphrase(readPassphrase(opener.file))
  else for (const identity of readIdentities(opener.file)) decrypter.addIdentity(identity)
  return decrypter
}

/** Makes a pair of keys; the file is its owner's alone and is never overwritten. Answers the public key. */
export async function makeIdentity(file: string): Promise<string> {
  const identity = await generateIdentity()
  const recipient = await identityToRecipient(identity)
  const fd = create(file)
  try {
    writeSync(fd, `# public key: ${recipient}\n${identity}\n`)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
  return recipient
}

function create(file: string): number {
  try {
    return openSync(file, 'wx', 0o600)
  } catch (cause) {
    throw new StartError({
      vi: `Không tạo được tệp ${file}: đã có tệp này, hoặc không được ghi ở đó. Hãy chọn tên khác.`,
      en: `The file ${file} cannot be made: it exists, or the folder may not be written to. Choose another name.`,
      cause,
    })
  }
}

function readIdentities(file: string): readonly string[] {
  const found = readText(file)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('AGE-SECRET-KEY-'))
  if (found.length > 0) return found
  throw new StartError({
    vi: `Tệp ${file} không có khóa AGE-SECRET-KEY-…`,
    en: `The file ${file} holds no AGE-SECRET-KEY-…`,
  })
}

const SHORTEST = 16

function readPassphrase(file: string): string {
  const text = readText(file).trim()
  if (text.length >= SHORTEST) return text
  throw new StartError({
    vi: `Câu mật khẩu trong ${file} quá ngắn. Cần ít nhất ${SHORTEST} ký tự, ví dụ năm từ ngẫu nhiên.`,
    en: `The passphrase in ${file} is too short: ${SHORTEST} characters at least, five random words for example.`,
  })
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new StartError({
      vi: `Không đọc được tệp ${file}.`,
      en: `The file ${file} cannot be read.`,
      cause,
    })
  }
}

/** As a web stream of bytes, which is what age reads. */
export function webStream(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next()
      if (next.done === true) controller.close()
      else controller.enqueue(new Uint8Array(next.value))
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}

export const newBackupId = (): string => randomBytes(9).toString('hex')
