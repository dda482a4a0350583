import type { Command } from 'commander'
import { formatDate, isLocalDate, type LocalDate } from '../../domain/calendar.ts'
import { type UnitId, unitId } from '../../domain/ids.ts'
import { tidy } from '../../domain/words/fold.ts'
import { beginInstallation, firstDay } from '../install/real.ts'
import { DATA_OPTION, type DataOption, type Run, type Terminal, withInstallation } from './terminal.ts'
import { wrongOption } from './wrong.ts'

export interface InitOptions extends DataOption {
  readonly name: string
  readonly unit?: string
  readonly from?: string
}

export function addInit(program: Command, run: Run): void {
  program
    .command('init')
    .description('bắt đầu dùng thật: một tỉnh trống và mã mời của hai quản trị / begin a real installation')
    .requiredOption('--name <name>', 'tên đơn vị cấp tỉnh, ví dụ "Hội LHPN tỉnh Khê Giang" / name of the province')
    .option('--unit <id>', 'mã nội bộ của đơn vị tỉnh / its id', 'tinh')
    .option('--from <date>', 'có hiệu lực từ ngày, YYYY-MM-DD; mặc định: đầu năm nay / in force from')
    .option(...DATA_OPTION)
    .action((options: InitOptions) => run((terminal) => runInit(terminal, options)))
}

/** Two codes, shown once: an installation always has two administrators. */
export async function runInit(terminal: Terminal, options: InitOptions): Promise<number> {
  const { now, write } = terminal
  const name = tidy(options.name)
  if (name === '') throw wrongOption('--name', options.name, NAME)
  const unit = readUnit(options.unit ?? 'tinh')
  const from = readDay(options.from) ?? firstDay(now)
  const { codes, ring } = await withInstallation(terminal, options, async ({ store, ring }) => ({
    codes: await beginInstallation(store, { name, unit, from, now }),
    ring: ring.file,
  }))
  write(`Đã tạo ${name} (${unit}), có hiệu lực từ ${formatDate(from)}. / The province is made.`)
  write('')
  write('Mã mời của hai quản trị. Chỉ hiện một lần, dùng một lần, trong 72 giờ:')
  write('Codes of the two administrators: shown once, for one use, within 72 hours:')
  for (const code of codes) write(`    ${code}`)
  write('')
  write('Mỗi quản trị mở chat với trợ lý và gõ mã của mình. Sau đó:')
  write('Each administrator opens the chat and types her code. Then:')
  write('  npm run -s cli -- import-units FILE --dry-run    các đơn vị / the units')
  write('  npm run -s cli -- doctor                         còn thiếu gì / what is missing')
  write(`Giữ riêng tệp khóa ${ring}: bản sao lưu không bao giờ chứa nó. / Keep the key ring apart: no backup holds it.`)
  return 0
}

const NAME = { vi: 'Ví dụ: --name "Hội LHPN tỉnh Khê Giang"', en: 'For example: --name "Hội LHPN tỉnh Khê Giang"' }

function readUnit(said: string): UnitId {
  if (/^[a-z0-9][a-z0-9-]{0,40}$/.test(said)) return unitId(said)
  throw wrongOption('--unit', said, {
    vi: 'Chỉ chữ thường không dấu, số và dấu gạch nối, ví dụ: tinh',
    en: 'Lower-case letters, digits and hyphens only, for example: tinh',
  })
}

function readDay(said: string | undefined): LocalDate | undefined {
  if (said === undefined || isLocalDate(said)) return said
  throw wrongOption('--from', said, { vi: 'Ví dụ: 2026-01-01', en: 'For example: 2026-01-01' })
}
