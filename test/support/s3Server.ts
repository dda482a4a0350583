import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { AwsV4Signer } from 'aws4fetch'
import type { S3Config } from '../../src/bot/config/s3.ts'

export interface S3Server {
  readonly config: S3Config
  /** What lies there, by its path in the bucket. */
  readonly objects: ReadonlyMap<string, Buffer>
  /** So many of the next requests are answered 503. */
  fail(times: number): void
  stop(): Promise<void>
}

const BUCKET = 'hoi'
const ID = 'a-key-of-a-test'
const SECRET = 'a-secret-of-a-test'
const REGION = 'ap-southeast-1'

/** As much of S3 as is used; each request's signature is checked by another library than the one that signs. */
export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>()
  let failures = 0
  const server = createServer((request, response) => {
    void bodyOf(request).then(async (body) => {
      const answer = (status: number, content: Buffer | string = ''): void =>
        void response.writeHead(status, { 'content-length': Buffer.byteLength(content), etag: '"1"' }).end(content)
      if (failures > 0) {
        failures--
        return answer(503, '<Error><Code>SlowDown</Code></Error>')
      }
      if (!(await isSigned(request, body))) return answer(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>')
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)
      if (!path.startsWith(`/${BUCKET}`)) return answer(404, '<Error><Code>NoSuchBucket</Code></Error>')
      const key = path.slice(BUCKET.length + 2)
      const found = objects.get(key)
      if (request.method === 'PUT') {
        objects.set(key, body)
        return answer(200)
      }
      if (request.method === 'DELETE') {
        objects.delete(key)
        return answer(204)
      }
      if (key !== '' && found === undefined) return answer(404, '<Error><Code>NoSuchKey</Code></Error>')
      return answer(200, request.method === 'HEAD' ? '' : (found ?? ''))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    config: {
      endpoint: `http://127.0.0.1:${address.port}/${BUCKET}`,
      region: REGION,
      accessKeyId: ID,
      secretAccessKey: SECRET,
    },
    objects,
    fail: (times) => {
      failures = times
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) if (part instanceof Buffer) parts.push(part)
  return Buffer.concat(parts)
}

async function isSigned(request: IncomingMessage, body: Buffer): Promise<boolean> {
  const { authorization = '', host = '' } = request.headers
  const names = /SignedHeaders=([^,\s]+)/.exec(authorization)?.[1]?.split(';') ?? []
  const said = String(request.headers['x-amz-content-sha256'])
  if (said !== 'UNSIGNED-PAYLOAD' && said !== createHash('sha256').update(body).digest('hex')) return false
  const headers = Object.fromEntries(
    names.filter((name) => name !== 'host').map((name) => [name, String(request.headers[name] ?? '')]),
  )
  const signer = new AwsV4Signer({
    method: request.method ?? 'GET',
    url: `http://${host}${request.url ?? '/'}`,
    headers: { ...headers, 'x-amz-content-sha256': said },
    accessKeyId: ID,
    secretAccessKey: SECRET,
    service: 's3',
    region: REGION,
    datetime: String(request.headers['x-amz-date']),
    allHeaders: true,
  })
  const expected = await signer.sign()
  const signature = (text: string): string => /Signature=([0-9a-f]{64})/.exec(text)?.[1] ?? text
  return signature(expected.headers.get('authorization') ?? '') === signature(authorization)
}
