import path from 'node:path'
import type { Inbound, Out } from '../../src/bot/channel.ts'
import { startReport } from '../../src/bot/store/union/reportEvents.ts'
import type { Plan } from '../../src/domain/plan/plan.ts'
import { at, localDate } from '../../src/domain/calendar.ts'
import { personId, reportId, unitId } from '../../src/domain/ids.ts'
import { startTestBot, type TestBot } from './bot.ts'
import { loadPlan } from '../../src/bot/sources/plans.ts'
import { plan2022 } from './plan2022.ts'
import { A_DOCUMENT, aPhoto } from './photo.ts'

/**
 * A talk as a file that an officer of the Union can read and write:
 *
 *   # a remark
 *   Lan là officer-1            a name and a key of the demonstration; any other key is a visitor
 *   Kế hoạch: ke-hoach-2023.yaml a plan of the folder of talks, beside that of 2022
 *   Minh đọc tiếng Anh          everything said to Minh is in English
 *   @ 2022-11-09T08:00          the clock stands here; `@ +2h` moves it
 *   Lan đã báo: F-COM 2022-01-10 kind=talk participants=30
 *                               a report of an earlier day, sent that day: what nobody would read line by line
 *   Lan: báo cáo                what she writes; ` / ` is the end of a line
 *   Lan: [Hôm nay]              what she taps: the newest button that begins so
 *   Lan: (ảnh) · (tệp)          a photo with a place hidden in it · a document
 *       Máy → Lan               what follows is the bot's: indented, and made anew by UPDATE_TALKS=1
 *
 * Codes are random: the first one is «mã 1», the first report «COM-1», the first case «CA-1», also where she types them.
 */
export interface Played {
  readonly transcript: string
  readonly bubbles: readonly { readonly to: string; readonly out: Out }[]
  readonly log: readonly string[]
}

const INDENT = '    '
const NAMED = /^([^:]+) là (\S+)$/u
const PLAN = /^Kế hoạch: (\S+\.yaml)$/u
const ENGLISH = /^([^:]+) đọc tiếng Anh$/u

export async function playTalk(file: string): Promise<Played> {
  const lines = file.split('\n').filter((line) => line.trim() !== '' && !line.startsWith(INDENT))
  const start = lines
    .find((line) => line.startsWith('@ '))
    ?.slice(2)
    .trim()
  if (start === undefined) throw new Error('the talk has no line "@ 2022-11-09T08:00"')
  const bubbles: { to: string; out: Out }[] = []
  const plans = await plansOf(lines)
  const refuse = (to: string, out: Out): undefined => void bubbles.push({ to, out })
  const bot = await startTestBot({ at: start, refuse, ...(plans === undefined ? {} : { plans }) })
  try {
    const talk: Talk = { bot, names: new Map(), masks: new Map() }
    const parts: string[] = []
    let begun = false
    for (const line of lines) {
      const before = bubbles.length
      const problem = await playLine(talk, line, begun)
      begun ||= line.startsWith('@ ')
      parts.push(line)
      // One after the other: the codes in them are numbered as they come.
      for (const { to, out } of byPerson(talk, bubbles.slice(before))) parts.push(await shown(talk, to, out))
      parts.push(...(problem === undefined ? [] : [problem]))
    }
    return { transcript: `${layOut(parts)}\n`, bubbles, log: bot.log }
  } finally {
    await bot.stop()
  }
}

/** Undefined: those of the demonstration. */
async function plansOf(lines: readonly string[]): Promise<readonly Plan[] | undefined> {
  const [name] = lines.flatMap((line) => PLAN.exec(line)?.[1] ?? [])
  if (name === undefined) return undefined
  const loaded = await loadPlan(path.join(import.meta.dirname, '../talks', name), 0)
  if (!loaded.ok) throw new Error(loaded.error.map((one) => `${one.line}: ${one.reason}`).join('\n'))
  return [plan2022, loaded.value]
}

interface Talk {
  readonly bot: TestBot
  readonly names: Map<string, string>
  /** The random code and how it is written in the file. */
  readonly masks: Map<string, string>
}

async function playLine(talk: Talk, line: string, begun: boolean): Promise<string | undefined> {
  const { bot, names } = talk
  if (line.startsWith('#') || PLAN.test(line)) return undefined
  if (line.startsWith('@ ')) {
    if (begun) await moveClock(bot, line.slice(2).trim())
    return undefined
  }
  const english = ENGLISH.exec(line)?.[1]
  if (english !== undefined) {
    await bot.store.union.person.update({ where: { id: `demo-${names.get(english)}` }, data: { locale: 'en' } })
    return undefined
  }
  const reported = REPORTED.exec(line)?.groups
  if (reported !== undefined) return await sendEarlier(talk, reported)
  const named = NAMED.exec(line)
  if (named?.[1] !== undefined && named[2] !== undefined) {
    names.set(named[1], named[2])
    return undefined
  }
  const [name = '', ...rest] = line.split(': ')
  const key = names.get(name)
  if (key === undefined) throw new Error(`the talk does not say who «${name}» is`)
  const heard = await heardIn(talk, key, rest.join(': '))
  if (heard === undefined) return `${INDENT}!! chưa có nút nào như vậy`
  await bot.hear(key, heard)
  return undefined
}

const REPORTED = /^(?<name>\S+) đã báo: (?<form>F-[A-Z]+) (?<on>\d{4}-\d{2}-\d{2})(?<answers>(?: \w+=\S+)*)$/u

async function sendEarlier({ bot, names }: Talk, said: Readonly<Record<string, string>>): Promise<undefined> {
  const { name = '', form = '', on = '', answers = '' } = said
  const { union } = bot.store
  const person = personId(`demo-${names.get(name)}`)
  const { unit } = await union.grant.findFirstOrThrow({ where: { personId: person } })
  const n = await union.report.count()
  const code = `${form.slice(2, 5)}-${String(n + 1).padStart(6, '0')}`
  const given = answers.split(' ').flatMap((one): [string, string | number][] => {
    const [field = '', value = ''] = one.split('=')
    return field === '' ? [] : [[field, /^\d+$/u.test(value) ? Number(value) : value]]
  })
  await union.$transaction((tx) =>
    startReport(tx, {
      id: reportId(`earlier-${n + 1}`),
      code,
      form,
      formVersion: 1,
      unit: unitId(unit),
      jointUnits: [],
      eventDate: localDate(on),
      none: false,
      answers: Object.fromEntries(given),
      by: person,
      now: new Date(at(localDate(on), 17)),
    }),
  )
}

/** What she does; undefined when she taps what was never shown. */
async function heardIn(talk: Talk, key: string, said: string): Promise<Inbound | undefined> {
  const label = /^\[(.+?)\]?$/u.exec(said)?.[1]
  if (label !== undefined) {
    const token = tokenOf(talk, key, label)
    return token === undefined ? undefined : { kind: 'press', token }
  }
  if (said === '(tin thoại)') return { kind: 'voice' }
  const sent = said === '(ảnh)' ? await aPhoto() : said === '(tệp)' ? A_DOCUMENT : undefined
  if (sent !== undefined) return await talk.bot.app.files.save({ bytes: sent, name: 'chị Lan.jpg' })
  return { kind: 'text', text: unmasked(talk, said.replaceAll(' / ', '\n')) }
}

function tokenOf(talk: Talk, key: string, label: string): string | undefined {
  for (const out of talk.bot.seen(key).toReversed()) {
    const button =
      out.buttons.find((one) => masked(talk, one.label) === label) ??
      out.buttons.find((one) => masked(talk, one.label).startsWith(label))
    if (button !== undefined) return button.token
  }
  return undefined
}

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 }

async function moveClock(bot: TestBot, to: string): Promise<void> {
  const step = /^\+(\d+)([mhd])$/u.exec(to)
  if (step === null) bot.clock.set(to)
  else bot.clock.move(Number(step[1]) * (UNITS[step[2] ?? 'm'] ?? 0))
  await bot.settle()
}

/** Two people's messages have no order between them: those named first come first, each one's in her order. */
function byPerson<T extends { readonly to: string }>({ names }: Talk, bubbles: readonly T[]): readonly T[] {
  const keys = [...names.values()]
  const place = (key: string): string => `${String(keys.indexOf(key) >>> 0).padStart(10, '0')} ${key}`
  return bubbles.toSorted((a, b) => place(a.to).localeCompare(place(b.to)))
}

/** A photo of a case has no row of its own. */
async function kindOf({ bot }: Talk, id: string): Promise<string> {
  const row = await bot.store.union.file.findUnique({ where: { id }, select: { mime: true } })
  return row === null || row.mime.startsWith('image/') ? '(ảnh)' : '(tệp)'
}

async function shown(talk: Talk, to: string, out: Out): Promise<string> {
  const name = [...talk.names].find(([, key]) => key === to)?.[0] ?? to
  const buttons = out.buttons.map((one) => `[${one.label}]`).join(' ')
  const files = await Promise.all(out.files.map((id) => kindOf(talk, id)))
  const after = [files.join(' '), buttons].filter((line) => line !== '')
  const body = [`Máy → ${name}`, ...out.text.split('\n'), ...after]
  return body.map((line) => `${INDENT}${masked(talk, line)}`.trimEnd()).join('\n')
}

/** Kinds of random codes: those of invitations and receipts, of cases, of reports. */
const CODES = /\b(?!7K2MQ-4XW9P)([0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}|CA-[2-9A-Z]{5}|[A-Z]{3}-[0-9A-Z]{6})\b/gu

/** A counsellor without a name of her own is told apart by three letters of a random id. */
const UNNAMED = /Tư vấn viên [0-9A-Z]{3}\b/gu

function masked({ masks }: Talk, text: string): string {
  return text.replaceAll(UNNAMED, 'Tư vấn viên «tên»').replaceAll(CODES, (code) => {
    const known = masks.get(code)
    if (known !== undefined) return known
    const head = code.startsWith('CA-') ? 'CA-' : code.length === 11 ? 'mã ' : code.slice(0, 4)
    const mask = `«${head}${[...masks.values()].filter((one) => one.startsWith(`«${head}`)).length + 1}»`
    masks.set(code, mask)
    return mask
  })
}

const unmasked = ({ masks }: Talk, text: string): string =>
  [...masks].reduce((said, [code, mask]) => said.replaceAll(mask, code), text)

/** A blank line before each person's turn and between bubbles. */
function layOut(parts: readonly string[]): string {
  return parts
    .map((part, index) => {
      const before = parts[index - 1]
      const together = before === undefined || (isHead(part) && isHead(before))
      return together ? part : `\n${part}`
    })
    .join('\n')
}

const isHead = (part: string): boolean =>
  part.startsWith('#') || NAMED.test(part) || ENGLISH.test(part) || REPORTED.test(part)
