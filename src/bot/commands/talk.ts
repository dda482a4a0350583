import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { parseInstant } from '../../domain/calendar.ts'
import type { App } from '../app.ts'
import type { Channel, Inbound } from '../channel.ts'
import { type Spoken, talkChannel } from '../channels/talk/channel.ts'
import { readConfig } from '../config/config.ts'
import { installDemo } from '../install/demo.ts'
import { DEMO_PEOPLE } from '../install/demoProvince.ts'
import { installExamples } from '../install/installExamples.ts'
import { makeLog } from '../log.ts'
import { makeApp } from '../start/makeApp.ts'
import { drain } from '../runtime.ts'
import { StartError } from '../start/startError.ts'
import { storeArrival } from '../store/inbox.ts'
import { openBlobs } from '../store/openBlobs.ts'
import { openInstallation } from '../store/openInstallation.ts'

export interface TalkOptions {
  readonly as: string
  readonly data?: string
  readonly json: boolean
  /** Begin with a year of invented reports. */
  readonly examples?: boolean
  readonly input: NodeJS.ReadableStream
  readonly write: (line: string) => void
}

/** What the talk knows beside the bot: who speaks, the clock, and what each person was shown last. */
interface Talk {
  readonly app: App
  readonly time: Time
  readonly visitors: Set<string>
  readonly shown: Spoken[]
  readonly speaker: string
  count: number
}

interface Time {
  now: () => Date
}

/**
 * A chat in the terminal on a database of its own. With `json` each line of the input is one message and each message out is
 * one line; `{"idle":true}` comes when everything that a line caused has been delivered.
 */
export async function runTalk(options: TalkOptions): Promise<void> {
  const temporary = options.data === undefined ? await mkdtemp(path.join(tmpdir(), 'chi-hoi-talk-')) : undefined
  const dataDir = path.resolve(options.data ?? temporary ?? '.')
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: process.env['LOG_LEVEL'] }, process.cwd())
  const installation = await openInstallation(config, temporary === undefined ? {} : { temporary: true })
  try {
    const { store } = installation
    await installDemo(store, new Date())
    checkPerson(options.as)
    const shown: Spoken[] = []
    const time: Time = { now: () => new Date() }
    const channels = new Map<string, Channel>([['talk', talkChannel((spoken) => void shown.push(spoken))]])
    const log = makeLog(config.logLevel, { write: (line) => void process.stderr.write(line) })
    const app = await makeApp({
      store,
      blobs: openBlobs(config),
      log,
      demo: true,
      now: () => time.now(),
      channels,
      wake: () => {},
    })
    if (options.examples === true) await installExamples(store, app.plans, time.now())
    const count = await store.union.inbox.count({ where: { channel: 'talk' } })
    await converse({ app, time, visitors: new Set(), shown, speaker: options.as, count }, options)
  } finally {
    await installation.close()
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true })
  }
}

function checkPerson(key: string): void {
  if (key.startsWith('new:') || DEMO_PEOPLE.some((one) => one.key === key)) return
  throw new StartError({
    vi: `Không có người minh họa nào tên "${key}". Xem danh sách: npm run -s cli -- people. Người mới: --as new:mai`,
    en: `There is no demonstration person "${key}". See the list: npm run -s cli -- people. A new visitor: --as new:mai`,
  })
}

async function converse(talk: Talk, options: TalkOptions): Promise<void> {
  await deliver(talk, options)
  if (!options.json)
    options.write(`(${talk.speaker}) gõ tin nhắn; số để chọn nút; @người lời; @clock +2h; Ctrl-D để thoát`)
  for await (const line of createInterface({ input: options.input, crlfDelay: Number.POSITIVE_INFINITY })) {
    await oneLine(talk, line, options)
  }
}

async function oneLine(talk: Talk, line: string, options: TalkOptions): Promise<void> {
  const problem = await obey(talk, line)
  if (problem !== undefined) options.write(options.json ? JSON.stringify({ error: problem }) : `! ${problem}`)
  await settle(talk, options)
}

/** Does what a line says; a line that cannot be done is named and the talk goes on. */
async function obey(talk: Talk, line: string): Promise<string | undefined> {
  if (line.trim() === '') return undefined
  if (line.startsWith('@clock ')) return moveClock(talk, line.slice(7).trim())
  if (line.startsWith('@file ')) return await sendFile(talk, talk.speaker, line.slice(6).trim())
  if (!line.startsWith('@')) return await hear(talk, talk.speaker, { kind: 'text', text: line })
  const [head = '', ...rest] = line.slice(1).split(' ')
  const key = head.startsWith('new:') ? visitor(talk, head.slice(4)) : head
  if (!talk.visitors.has(key) && !DEMO_PEOPLE.some((one) => one.key === key)) return `unknown person @${head}`
  const words = rest.join(' ')
  if (words.startsWith('@file ')) return await sendFile(talk, key, words.slice(6).trim())
  return await hear(talk, key, { kind: 'text', text: words })
}

function visitor(talk: Talk, name: string): string {
  const key = `new:${name}`
  talk.visitors.add(key)
  return key
}

/** '2022-11-09T08:00' or '+2h', '+3d', '+20m', '-1d'. */
function moveClock(talk: Talk, to: string): string | undefined {
  const step = /^([+-]\d+)([smhdw])$/.exec(to)
  const target =
    step === null ? parseInstant(to) : talk.time.now().getTime() + Number(step[1]) * (UNITS[step[2] ?? 's'] ?? 0)
  if (target === undefined) return `not a time: ${to}`
  // The clock stands where it was put: nothing falls due between two lines by itself.
  talk.time.now = () => new Date(target)
  return undefined
}

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3600_000, d: 86_400_000, w: 604_800_000 }

async function sendFile(talk: Talk, from: string, file: string): Promise<string | undefined> {
  try {
    const saved = await talk.app.files.save({ bytes: await readFile(file), name: path.basename(file) })
    return await hear(talk, from, saved)
  } catch {
    return `cannot read the file ${file}`
  }
}

async function hear(talk: Talk, from: string, what: Inbound): Promise<undefined> {
  talk.count++
  await storeArrival(
    talk.app.store,
    { channel: 'talk', address: from, eventKey: `${talk.count}`, what },
    talk.time.now(),
  )
  return undefined
}

/** Lets everything happen that a line has caused, prints it, and says when all of it is there. */
async function settle(talk: Talk, options: TalkOptions): Promise<void> {
  await deliver(talk, options)
  if (options.json) options.write(JSON.stringify({ idle: true }))
}

async function deliver(talk: Talk, options: TalkOptions): Promise<void> {
  await drain(talk.app)
  for (const one of talk.shown.splice(0)) print(one, options)
}

function print({ to, out }: Spoken, options: TalkOptions): void {
  const choices = out.buttons.map((button, index) => ({ n: index + 1, label: button.label }))
  if (options.json) {
    options.write(JSON.stringify({ to, text: out.text, choices, files: out.files }))
    return
  }
  options.write(`\n── ${to}\n${out.text}`)
  for (const one of choices) options.write(`   [${one.n}] ${one.label}`)
  for (const file of out.files) options.write(`   📎 ${file}`)
}
