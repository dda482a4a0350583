import type { Command } from 'commander'
import { dateOf, instant, isLocalDate } from '../../domain/calendar.ts'
import { StartError } from '../start/startError.ts'
import { makeApp } from '../start/makeApp.ts'
import { kindOf } from '../install/demo.ts'
import { makeLog } from '../log.ts'
import { previewDigest } from '../turns/previewDigest.ts'
import { openBlobs } from '../store/openBlobs.ts'
import { digestOutcomes } from '../store/union/digestDeliveries.ts'
import { readRegister } from '../store/register.ts'
import { makeUnitTree } from '../../domain/unit/tree.ts'
import { findUnit, rootUnit } from './findUnit.ts'
import { checkBegun } from './invite.ts'
import { DATA_OPTION, type DataOption, type Run, type Terminal, withInstallation } from './terminal.ts'

export interface DigestOptions extends DataOption {
  readonly preview?: boolean
  readonly sent?: boolean
  readonly unit?: string
  readonly week?: string
  readonly json?: boolean
}

export function addDigest(program: Command, run: Run): void {
  program
    .command('digest')
    .description(
      'bản tin tuần: xem trước, hoặc đã đến tay ai / the weekly digest: a look ahead, or whom it has reached',
    )
    .option('--preview', 'chỉ xem, không đóng băng, không gửi / only look: nothing is frozen or sent')
    .option('--unit <unit>', 'mã hoặc tên đơn vị / id or name of the unit')
    .option('--sent', 'bản tin của từng lãnh đạo đã đi đường nào / by which way each leader got hers')
    .option('--week <day>', 'tuần bắt đầu ngày YYYY-MM-DD, mặc định tuần mới nhất / the week that begins on this day')
    .option('--json', 'mỗi dòng một JSON / a JSON line each', false)
    .option(...DATA_OPTION)
    .action((options: DigestOptions) =>
      run(async (terminal) => {
        if ((options.preview === true) === (options.sent === true)) throw oneOfBoth()
        return await (options.sent === true ? runDigestsSent(terminal, options) : runDigest(terminal, options))
      }),
    )
}

/** Whom the digests of a week have reached, and how; nothing of what they say. */
export async function runDigestsSent(terminal: Terminal, options: DigestOptions): Promise<number> {
  const { week, json } = options
  if (week !== undefined && !isLocalDate(week)) throw noDay(week)
  const rows = await withInstallation(terminal, options, async ({ store }) => await digestOutcomes(store.union, week))
  for (const row of rows)
    terminal.write(
      json === true
        ? JSON.stringify(row)
        : `${row.week}  ${row.way.padEnd(12)} ${(row.at ?? '–').padEnd(24)} ${row.leader} – ${row.unit}${row.code === undefined ? '' : ` (${row.code})`}`,
    )
  if (json !== true) terminal.write(`${rows.length} bản tin. / ${rows.length} digests.`)
  return 0
}

export async function runDigest(terminal: Terminal, options: DigestOptions): Promise<number> {
  const { now, write } = terminal
  return await withInstallation(terminal, options, async ({ store }, config) => {
    await checkBegun(store)
    const demo = (await kindOf(store)) === 'demo'
    const today = dateOf(instant(now.getTime()))
    const tree = makeUnitTree(await readRegister(store.union))
    const unit = options.unit === undefined ? rootUnit(tree, today) : findUnit(tree, options.unit, today).unit
    const log = makeLog('silent')
    const app = await makeApp({
      store,
      blobs: openBlobs(config),
      log,
      demo,
      now: () => now,
      channels: new Map(),
      wake: () => {},
    })
    const text = await previewDigest(app, unit)
    if (text === undefined) throw noPlan(today)
    for (const line of text) write(line)
    return 0
  })
}

const oneOfBoth = (): StartError =>
  new StartError({ vi: 'Hãy chọn một: --preview hoặc --sent.', en: 'Choose one: --preview or --sent.' })

const noDay = (week: string): StartError =>
  new StartError({
    vi: `--week phải là một ngày YYYY-MM-DD, không phải «${week}».`,
    en: `--week must be a day YYYY-MM-DD, not «${week}».`,
  })

const noPlan = (today: string): StartError =>
  new StartError({
    vi: `Không có kế hoạch nào có hiệu lực ngày ${today}. Hãy thêm tệp kế hoạch của năm vào thư mục plans, rồi: npm run -s cli -- plan check TỆP`,
    en: `No plan is in force on ${today}. Add the plan file of the year to the folder plans, then: npm run -s cli -- plan check FILE`,
  })
