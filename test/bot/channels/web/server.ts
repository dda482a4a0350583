import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { buildHttp, type HttpOptions } from '../../../../src/bot/http/server.ts'
import { webRoutes, type WebOptions } from '../../../../src/bot/channels/web/routes.ts'
import { type FakeOptions, fakePorts } from './fakePorts.ts'

/** A page of nothing, for what is asked of the server alone. */
export const emptyPage = mkdtempSync(path.join(tmpdir(), 'page-'))
for (const name of [
  'index.html',
  'page.js',
  'page.css',
  'calendar.css',
  'icon.svg',
  'figures.html',
  'figures.js',
  'figures.css',
]) {
  writeFileSync(path.join(emptyPage, name), '')
}

export type ServerOptions = FakeOptions & Partial<WebOptions> & { readonly routes?: HttpOptions['routes'] }

export async function webServer(options: ServerOptions = {}) {
  const fake = fakePorts(options)
  const failures: string[] = []
  const secure = options.secure ?? false
  const app = await buildHttp({
    routes: [webRoutes(fake.ports, { pageDir: emptyPage, ...options, secure }), ...(options.routes ?? [])],
    secure,
    ready: async () => true,
    failed: (route) => failures.push(route),
  })
  onTestFinished(() => app.close())
  return { app, failures, ...fake }
}

export type WebServer = Awaited<ReturnType<typeof webServer>>

/** Posts JSON as the holder of a token. */
export function post(server: WebServer, url: string, body: object, token?: string) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return server.app.inject({ method: 'POST', url, payload: body, headers })
}

export const aClientId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
