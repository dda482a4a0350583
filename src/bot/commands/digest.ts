import type { Command } from 'commander'
import { dateOf, instant } from '../../domain/calendar.ts'
import { StartError } from '../start/startError.ts'
import { makeApp } from '../start/makeApp.ts'
import { kindOf } from '../install/demo.ts'
import { makeLog } from '../log.ts'
import { previewDigest } from '../turns/previewDigest.ts'
import { readRegister } from '../store/register.ts'
import { makeUnitTree } from '../../domain/unit/tree.ts'
import { findUnit, rootUnit } from './findUnit.ts'
import { checkBegun } from './invite.ts'
import { DATA_OPTION, type DataOption, type Run, type Terminal, withInstallation } from './terminal.ts'

export interface DigestOptions extends DataOption {
  readonly preview?: boolean
  readonly unit?: string
}

export function addDigest(program: Command, run: Run): void {
  program
    .command('digest')
    .description('bản tin mà lãnh đạo sẽ nhận bây giờ / the digest a leader would get now')
    .requiredOption('--preview', 'chỉ xem, không đóng băng, không gửi / only look: nothing is frozen or sent')
    .option('--unit <unit>', 'mã hoặc tên đơn vị / id or name of the unit')
    .option(...DATA_OPTION)
    .action((options: DigestOptions) => run((terminal) => runDigest(terminal, options)))
}

export async function runDigest(terminal: Terminal, options: DigestOptions): Promise<number> {
  const { now, write } = terminal
  return await withInstallation(terminal, options, async ({ store }, { dataDir }) => {
    await checkBegun(store)
    const demo = (await kindOf(store)) === 'demo'
    const today = dateOf(instant(now.getTime()))
    const tree = makeUnitTree(await readRegister(store.union))
    const unit = options.unit === undefined ? rootUnit(tree, today) : findUnit(tree, options.unit, today).unit
    const log = makeLog('silent')
    const app = await makeApp({ store, dataDir, log, demo, now: () => now, channels: new Map(), wake: () => {} })
    const text = await previewDigest(app, unit)
    if (text === undefined) throw noPlan(today)
    for (const line of text) write(line)
    return 0
  })
}

const noPlan = (today: string): StartError =>
  new StartError({
    vi: `Không có kế hoạch nào có hiệu lực ngày ${today}. Hãy thêm tệp kế hoạch của năm vào thư mục plans, rồi: npm run -s cli -- plan check TỆP`,
    en: `No plan is in force on ${today}. Add the plan file of the year to the folder plans, then: npm run -s cli -- plan check FILE`,
  })
