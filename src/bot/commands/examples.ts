import type { Command } from 'commander'
import { installDemo, kindOf } from '../install/demo.ts'
import { installExamples } from '../install/installExamples.ts'
import { makeLog } from '../log.ts'
import { makeApp } from '../start/makeApp.ts'
import { StartError } from '../start/startError.ts'
import { DATA_OPTION, type DataOption, type Run, type Terminal, withInstallation } from './terminal.ts'
import { openBlobs } from '../store/openBlobs.ts'

export function addExamples(program: Command, run: Run): void {
  program
    .command('examples')
    .description('thêm báo cáo ví dụ vào bản minh họa còn trống / fills an untouched demonstration with reports')
    .option(...DATA_OPTION)
    .action((options: DataOption) => run((terminal) => runExamples(terminal, options)))
}

/** Only into a demonstration in which nobody has reported: invented reports never stand beside real ones. */
export async function runExamples(terminal: Terminal, options: DataOption): Promise<number> {
  const { now, write } = terminal
  return await withInstallation(terminal, options, async ({ store }, config) => {
    if (config.demo) await installDemo(store, now)
    if ((await kindOf(store)) !== 'demo') throw notHere
    const log = makeLog('silent')
    const app = await makeApp({
      store,
      blobs: openBlobs(config),
      log,
      demo: true,
      now: () => now,
      channels: new Map(),
      wake: () => {},
    })
    const count = await installExamples(store, app.plans, now)
    if (count === 0) throw notHere
    write(`Đã thêm ${count} báo cáo ví dụ / ${count} example reports added`)
    return 0
  })
}

const notHere = new StartError({
  vi: 'Báo cáo ví dụ chỉ thêm được vào bản minh họa chưa có báo cáo nào. Hãy chọn một DATA_DIR mới.',
  en: 'Example reports go only into a demonstration in which nobody has reported yet. Choose a new DATA_DIR.',
})
