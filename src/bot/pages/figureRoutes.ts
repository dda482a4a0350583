import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type UnitId, unitId } from '../../domain/ids.ts'
import type { FiguresPage } from '../../flows/leader/figuresData.ts'
import { figuresPage } from '../../flows/leader/figuresPage.ts'
import { type Made, speakMade } from '../../flows/papers/made.ts'
import { speakTable } from '../../flows/papers/paper.ts'
import { unitFile } from '../../flows/papers/unitFile.ts'
import type { Line } from '../../flows/say.ts'
import { type Ctx, unitsOf } from '../../flows/union/context.ts'
import type { App } from '../app.ts'
import { clearCookie, cookieOf } from '../http/cookie.ts'
import { MIMES } from '../documents/make.ts'
import { notFound } from '../http/error.ts'
import { endPersonSession } from '../store/union/personSessions.ts'
import { askFlow } from './askFlow.ts'
import { dispositionOf } from './disposition.ts'
import { personOf } from './personPolicy.ts'

const guarded = { config: { policy: 'person' } } as const
const query = z.object({ unit: z.string().min(1).max(100).optional(), what: z.string().max(40).optional() })

/** What the page of figures asks for. Its shell is served with the other pages; here is what stands on it. */
export function figureRoutes(app: FastifyInstance, bot: App, secure: boolean): void {
  app.get('/so-lieu/du-lieu', guarded, async (request, reply) => {
    const session = personOf(request)
    const asked = query.safeParse(request.query)
    const page = await askFlow(bot, session, (ctx) => figuresPage(chosen(asked.data?.unit, ctx), ctx))
    if (page === undefined) throw notFound()
    return reply.send({
      person: session.who.name,
      locale: session.locale,
      ...spoken(page, (line) => bot.speak(line, session.locale)),
    })
  })

  app.get('/so-lieu/tep', guarded, async (request, reply) => {
    const session = personOf(request)
    const asked = query.safeParse(request.query)
    const { unit, what } = asked.data ?? {}
    const made = await askFlow(bot, session, (ctx) => unitFile(chosen(unit, ctx), what ?? '', ctx))
    if (made === undefined) throw notFound()
    const said: Made<string> = speakMade(made.made, (line) => bot.speak(line, made.made.locale ?? session.locale))
    const bytes = await bot.documents.make(said)
    return reply.type(MIMES[said.kind]).header('content-disposition', dispositionOf(made.name)).send(Buffer.from(bytes))
  })

  app.post('/so-lieu/thoat', { config: { policy: 'public' } }, async (request, reply) => {
    const secret = cookieOf(request, secure)
    if (secret !== undefined) await endPersonSession(bot.store, secret, bot.now())
    return clearCookie(reply, secure).send({})
  })
}

/** Hers where she names none. */
const chosen = (unit: string | undefined, ctx: Ctx): UnitId =>
  unit === undefined ? (unitsOf(ctx.who, 'leader')[0] ?? unitsOf(ctx.who, 'officer')[0] ?? unitId('')) : unitId(unit)

function spoken(page: FiguresPage<Line>, speak: (line: Line) => string): FiguresPage<string> {
  const named = <T extends { readonly name: Line }>(one: T) => ({ ...one, name: speak(one.name) })
  const { unit, up, below, plan, asOf, rows, trend, tables } = page
  return {
    unit: named(unit),
    ...(up === undefined ? {} : { up: named(up) }),
    below: below.map(named),
    plan: speak(plan),
    asOf: speak(asOf),
    rows: rows.map((row) => ({
      ...row,
      title: speak(row.title),
      figure: speak(row.figure),
      verdictName: speak(row.verdictName),
      units: row.units.map((one) => ({ ...named(one), said: speak(one.said) })),
    })),
    trend: {
      points: trend.points.map(speak),
      series: trend.series.map(({ label, name, values }) => ({ label: speak(label), name: speak(name), values })),
    },
    tables: tables.map((table) => speakTable(table, speak)),
  }
}
