import path from 'node:path'
import type { Channel } from '../channel.ts'
import { webChannel, webHub } from '../channels/web/channel.ts'
import type { DemoPerson } from '../channels/web/ports.ts'
import { webRoutes } from '../channels/web/routes.ts'
import { bareUrl } from '../config/bareUrl.ts'
import type { Config } from '../config/config.ts'
import { buildHttp, listen } from '../http/server.ts'
import { checkKind, installDemo } from '../install/demo.ts'
import { DEMO_PEOPLE, demoRegister } from '../install/demoProvince.ts'
import { installExamples } from '../install/installExamples.ts'
import { codeOf, makeLog } from '../log.ts'
import { makeApp } from './makeApp.ts'
import { openTelegram } from '../channels/telegram/open.ts'
import { openZalo, startZalo } from '../channels/zalo/open.ts'
import { pages } from '../pages/pages.ts'
import { type Running, startLoops } from '../runtime.ts'
import { StartError } from './startError.ts'
import { openBlobs } from '../store/openBlobs.ts'
import { openInstallation } from '../store/openInstallation.ts'
import { keepTelegramName } from '../store/settings.ts'
import { webPorts } from '../channels/web/storePorts.ts'

const pageDir = path.join(import.meta.dirname, '../../../.cache/page')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Everything a bot is: the database, the loops, the channels, the page. Resolves when it answers. */
export async function start(config: Config): Promise<{ readonly address: string; readonly stop: () => Promise<void> }> {
  const log = makeLog(config.logLevel)
  const now = () => new Date()
  const installation = await openInstallation(config)
  const { store } = installation
  const stops: (() => Promise<unknown>)[] = [() => installation.close()]
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one()
  }
  try {
    const demo = await openDemo(config, store, now())
    const hub = webHub()
    const channels = new Map<string, Channel>([['web', webChannel(hub)]])
    let loops: Running | undefined
    let base = bareUrl(config.publicUrl ?? '')
    const wake = () => loops?.wake()
    const app = await makeApp({
      store,
      blobs: openBlobs(config),
      log,
      demo,
      now,
      channels,
      wake,
      base: () => (base === '' ? undefined : base),
      said: (channel, address) => void (channel === 'web' && hub.wake(address)),
    })
    const telegram =
      config.telegram === undefined
        ? undefined
        : openTelegram({ app, config: config.telegram, publicUrl: config.publicUrl })
    if (telegram === undefined) await keepTelegramName(store.union, undefined)
    else channels.set('telegram', telegram.channel)
    const zalo =
      config.zalo === undefined
        ? undefined
        : openZalo({ app, config: config.zalo, dataDir: config.dataDir, base: () => base })
    for (const one of zalo?.channels ?? []) channels.set(one.channel.name, one.channel)
    loops = startLoops(app, { turns: 6, senders: 4 })
    stops.push(() => app.documents.close())
    stops.push(() => (loops === undefined ? Promise.resolve() : loops.stop()))
    if (telegram !== undefined) {
      await telegram.start()
      stops.push(() => telegram.stop())
    }
    if (zalo !== undefined) stops.push(startZalo(zalo, app))
    const ports = webPorts({
      store,
      files: app.files,
      hub,
      now,
      wake,
      ...(demo ? { demo: { people: demoPeople(), fill: () => installExamples(store, app.plans, now()) } } : {}),
    })
    const secure = config.publicUrl?.startsWith('https:') === true
    const http = await buildHttp({
      routes: [
        webRoutes(ports, {
          pageDir,
          secure,
          failed: (error) => log.warn({ event: 'stream.broke', module: 'web', code: codeOf(error) }),
        }),
        pages(app, secure),
        ...(zalo?.routes ?? []),
        ...(telegram?.routes ?? []),
      ],
      secure,
      ready: () =>
        store.union.$queryRaw`SELECT 1`.then(
          () => true,
          () => false,
        ),
      failed: (route, error) => log.error({ event: 'http.failed', module: 'http', code: codeOf(error), id: route }),
    })
    stops.push(() => http.close())
    const address = await listen(http, config.port, config.publicUrl === undefined ? '127.0.0.1' : '0.0.0.0')
    base = bareUrl(config.publicUrl ?? address)
    for (const line of (await zalo?.notes()) ?? []) say(line)
    if (installation.madeRing) warnOfRing(config)
    return { address, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function openDemo(config: Config, store: Parameters<typeof installDemo>[0], now: Date): Promise<boolean> {
  const kind = await checkKind(store, config.demo)
  if (kind === 'real') return false
  if (config.demo) {
    await installDemo(store, now)
    return true
  }
  throw new StartError({
    vi: 'Cơ sở dữ liệu này chưa có tỉnh nào. Hãy chạy: npm run cli -- init --name "Hội LHPN tỉnh …"',
    en: 'This database has no province yet. Run: npm run cli -- init --name "Hội LHPN tỉnh …"',
  })
}

export function demoPeople(): readonly DemoPerson[] {
  const names = new Map(demoRegister().versions.map((one) => [one.unit, one.name]))
  return DEMO_PEOPLE.map((one) => ({ key: one.key, name: one.name, role: one.role, unit: names.get(one.unit) ?? '' }))
}

function warnOfRing(config: Config): void {
  say(`! Tệp khóa vừa được tạo: ${config.keyRingFile}`)
  say(
    '  Khi dùng thật, hãy chuyển tệp này ra khỏi thư mục dữ liệu và đặt KEY_RING_FILE. (Move it away from the data and set KEY_RING_FILE.)',
  )
}
