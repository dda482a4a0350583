import { createServer, connect, Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { z } from 'zod'

/** A wire of one's own to a server, that can be torn: what is open breaks off at once. */
export interface Wire {
  readonly address: string
  tear(): void
}

export async function wireTo(address: string): Promise<Wire> {
  const { hostname, port } = new URL(address)
  const open = new Set<Socket>()
  const keep = (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
  }
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const socket of [near, far]) keep(socket)
    near.pipe(far).pipe(near)
    near.once('close', () => far.destroy())
    far.once('close', () => near.destroy())
  })
  const tear = () => open.forEach((socket) => socket.destroy())
  await new Promise<void>((resolve) => server.listen(0, hostname, resolve))
  onTestFinished(async () => {
    tear()
    await new Promise((resolve) => server.close(resolve))
  })
  return { address: `http://${hostname}:${portOf(server)}`, tear }
}

const portOf = (server: unknown): number =>
  z.object({ port: z.number() }).parse(z.instanceof(Server).parse(server).address()).port
