import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { fileId } from '../../domain/ids.ts'
import { t, type TextKey } from '../../flows/say.ts'
import type { App } from '../app.ts'
import { setCookie } from '../http/cookie.ts'
import { unionLinks } from '../store/links.ts'
import { openPersonSession, SESSION_DAYS } from '../store/union/personSessions.ts'
import { openRoom, roomLinks } from '../store/vault/ownPage.ts'
import { dispositionOf } from './disposition.ts'

const SEAT_SECONDS = 300
const open = { config: { policy: 'public' } } as const
interface Route {
  readonly Params: { readonly secret: string }
}

/** Where a one-time link leads; the secret is in the path, which no log of ours and no Referer holds. */
export const linkPath = (secret: string): string => `/mo/${secret}`

/**
 * A page with one button. Looking at it spends nothing, since chat programs and scanners look at links before people do; only
 * the button does. Unknown, spent and too old look alike.
 */
export function linkRoutes(app: FastifyInstance, bot: App, secure: boolean): void {
  const links = unionLinks(bot.store)
  const rooms = roomLinks(bot.store)
  const said = (key: TextKey): string => escapeHtml(bot.speak(t(key), 'vi'))
  const show = (reply: FastifyReply, key: 'link.web' | 'link.download' | 'link.room' | 'link.spent'): FastifyReply => {
    const button = key === 'link.spent' ? '' : `<form method="post"><button>${said('link.open')}</button></form>`
    // What opens a room, or nothing, does not say what it is about.
    const title = said(key === 'link.web' || key === 'link.download' ? 'link.title' : 'link.plainTitle')
    const body = `<h1>${title}</h1><p>${said(key)}</p>${button}`
    const status = key === 'link.spent' ? 404 : 200
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .send(PAGE.replace('TITLE', () => title).replace('BODY', () => body))
  }

  app.get<Route>(linkPath(':secret'), open, async (request, reply) => {
    const link = await links.find(request.params.secret, bot.now())
    if (link?.purpose === 'web') return show(reply, 'link.web')
    if (link?.purpose === 'file') return show(reply, 'link.download')
    if ((await rooms.find(request.params.secret, bot.now()))?.purpose === 'room') return show(reply, 'link.room')
    return show(reply, 'link.spent')
  })

  app.post<Route>(linkPath(':secret'), open, async (request, reply) => {
    const { secret } = request.params
    const now = bot.now()
    if (!isOurForm(request)) return show(reply, 'link.spent')
    const person = await links.use('web', secret, now)
    if (person !== undefined) {
      const session = await openPersonSession(bot.store, person.subject, now)
      if (session === undefined) return show(reply, 'link.spent')
      return setCookie(reply, secure, { value: session, seconds: SESSION_DAYS * 24 * 3600 }).redirect('/so-lieu', 303)
    }
    const seat = await openRoom(bot.store, secret, now)
    if (seat !== undefined) {
      bot.wake()
      return setCookie(reply, secure, { kind: 'seat', value: seat, seconds: SEAT_SECONDS }).redirect('/', 303)
    }
    const file = await links.use('file', secret, now)
    const stored = file === undefined ? undefined : await bot.files.read(fileId(file.subject))
    if (stored === undefined) return show(reply, 'link.spent')
    return reply
      .type(stored.mime)
      .header('content-disposition', dispositionOf(stored.name))
      .send(Buffer.from(stored.bytes))
  })
}

/** Another site cannot press the button for her: browsers say where a form comes from, those that do not are old. */
const isOurForm = ({ headers }: FastifyRequest): boolean =>
  ['same-origin', 'none', undefined].includes(headers['sec-fetch-site']?.toString())

const PAGE = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>TITLE</title><link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/figures.css"></head><body><main class="door">BODY</main></body></html>`

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
