import type { Command } from 'commander'
import { StartError } from '../start/startError.ts'
import { deadLetters, replayDeadLetters } from '../store/deadLetters.ts'
import { DATA_OPTION, type DataOption, type Run, type Terminal, withInstallation } from './terminal.ts'

export interface ReplayOptions extends DataOption {
  readonly all?: boolean
}

export function addDeadLetters(program: Command, run: Run): void {
  const command = program
    .command('dead-letters')
    .description('tin không xử lý được, để riêng; không hiện nội dung / events set aside, never their content')
  command
    .command('list', { isDefault: true })
    .description('mã lỗi và nơi / code and place')
    .option(...DATA_OPTION)
    .action((options: DataOption) => run((terminal) => runDeadLetters(terminal, options)))
  command
    .command('replay')
    .argument('[id]', 'số của tin / its number')
    .description('cho xử lý lại / try again')
    .option('--all', 'tất cả / all of them', false)
    .option(...DATA_OPTION)
    .action((id: string | undefined, options: ReplayOptions) => run((terminal) => runReplay(terminal, id, options)))
}

export async function runDeadLetters(terminal: Terminal, options: DataOption): Promise<number> {
  const rows = await withInstallation(terminal, options, ({ store }) => deadLetters(store))
  for (const row of rows) {
    const place = row.persona === undefined ? row.channel : `${row.channel}/${row.persona}`
    terminal.write(`${row.id.padEnd(10)} ${row.at}  ${place.padEnd(14)} ${row.attempts}×  ${row.code}`)
  }
  terminal.write(
    rows.length === 0
      ? 'Không có tin nào. / None.'
      : `${rows.length} tin. Cho xử lý lại: npm run -s cli -- dead-letters replay SỐ | --all`,
  )
  return 0
}

export async function runReplay(terminal: Terminal, id: string | undefined, options: ReplayOptions): Promise<number> {
  if ((id === undefined) === (options.all !== true)) throw which()
  if (id !== undefined && !/^\d{1,18}$/.test(id)) throw which()
  const count = await withInstallation(terminal, options, ({ store }) =>
    replayDeadLetters(store, id === undefined ? undefined : BigInt(id), terminal.now),
  )
  if (count === 0 && id !== undefined) throw noSuch(id)
  terminal.write(`${count} tin được xử lý lại khi trợ lý chạy. / ${count} wait again for the running bot.`)
  return 0
}

const which = (): StartError =>
  new StartError({
    vi: 'Hãy ghi số của một tin (xem: npm run -s cli -- dead-letters) hoặc --all.',
    en: 'Give the number of one event (see: npm run -s cli -- dead-letters) or --all.',
  })

const noSuch = (id: string): StartError =>
  new StartError({
    vi: `Không có tin số ${id} đang để riêng. Xem danh sách: npm run -s cli -- dead-letters`,
    en: `No event ${id} is set aside. See the list: npm run -s cli -- dead-letters`,
  })
