import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { calendarPage } from './calendarPage.ts'
import type { WebPorts } from './ports.ts'

const open = { config: { policy: 'public' } } as const

const files = [
  { url: '/', file: 'index.html', mime: 'text/html; charset=utf-8' },
  { url: '/page.js', file: 'page.js', mime: 'text/javascript; charset=utf-8' },
  { url: '/page.css', file: 'page.css', mime: 'text/css; charset=utf-8' },
  { url: '/calendar.css', file: 'calendar.css', mime: 'text/css; charset=utf-8' },
  { url: '/so-lieu', file: 'figures.html', mime: 'text/html; charset=utf-8' },
  { url: '/figures.js', file: 'figures.js', mime: 'text/javascript; charset=utf-8' },
  { url: '/figures.css', file: 'figures.css', mime: 'text/css; charset=utf-8' },
  { url: '/icon.svg', file: 'icon.svg', mime: 'image/svg+xml' },
] as const

/** Read once, so that a page built anew under a running server never mixes with the old one. */
export function pageRoutes(app: FastifyInstance, ports: Pick<WebPorts, 'now'>, pageDir: string): void {
  for (const { url, file, mime } of files) {
    const plain = readFileSync(path.join(pageDir, file))
    const zipped = gzipSync(plain, { level: 9 })
    app.get(url, open, async (request, reply) => {
      reply.type(mime).header('vary', 'accept-encoding')
      const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
      return takesGzip ? reply.header('content-encoding', 'gzip').send(zipped) : reply.send(plain)
    })
  }

  // Also the target of a plain link, for a page whose script did not come or broke.
  app.get('/exit', open, async (_request, reply) => reply.header('clear-site-data', '"*"').redirect('/lich', 303))

  app.get('/lich', open, async (_request, reply) => {
    return reply.type('text/html; charset=utf-8').send(calendarPage(ports.now()))
  })
}
