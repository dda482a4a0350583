import type { FastifyInstance } from 'fastify'
import { badField, readDemoKey } from './bodies.ts'
import type { WebPorts } from './ports.ts'

const demoOnly = { config: { policy: 'demo' } } as const

/** One may be any person of the demonstration, without a password; so only at this very machine. */
export function demoRoutes(app: FastifyInstance, ports: WebPorts): void {
  const { demo } = ports
  if (demo === undefined) return

  app.get('/demo/people', demoOnly, async () => ({ people: demo.people(), mayFill: await demo.mayFill() }))

  app.post('/demo/session', demoOnly, async (request, reply) => {
    const address = demo.addressOf(readDemoKey(request.body))
    if (address === undefined) throw badField('key', 'There is no such person.')
    return reply.send({ token: await ports.openSession(address) })
  })

  app.post('/demo/examples', demoOnly, async () => ({ added: await demo.fill() }))
}
