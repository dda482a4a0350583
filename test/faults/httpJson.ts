import { type Agent, createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Answer {
  readonly status: number
  readonly body?: object
}

/** What arrives as JSON is answered as JSON. 'hang up': the connection is cut without an answer. */
export async function serveJson(answer: (body: unknown) => Promise<Answer | 'hang up'>): Promise<{
  readonly port: number
  readonly server: Server
}> {
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      answer(JSON.parse(Buffer.concat(chunks).toString())).then(
        (said) => {
          if (said === 'hang up') return void incoming.socket.destroy()
          outgoing.writeHead(said.status, { 'content-type': 'application/json' })
          outgoing.end(JSON.stringify(said.body ?? {}))
        },
        () => incoming.socket.destroy(),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { server, port: isInfo(address) ? address.port : 0 }
}

const isInfo = (address: unknown): address is AddressInfo => typeof address === 'object' && address !== null

/** Rejects when no whole answer comes. */
export function postJson(port: number, body: object, agent: Agent): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body)
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }
    const outgoing = request({ host: '127.0.0.1', port, method: 'POST', headers, agent }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('aborted', () => reject(new Error('no whole answer')))
      incoming.on('end', () => {
        const read: unknown = JSON.parse(Buffer.concat(chunks).toString())
        resolve({ status: incoming.statusCode ?? 0, body: read })
      })
    })
    outgoing.on('error', reject)
    outgoing.end(text)
  })
}
