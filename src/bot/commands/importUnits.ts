import path from 'node:path'
import type { Command } from 'commander'
import { dateOf, instant } from '../../domain/calendar.ts'
import type { Register, UnitVersion } from '../../domain/unit/unit.ts'
import { firstDay } from '../install/real.ts'
import { readUnitFile } from '../install/unitFile.ts'
import { planUnits, type UnitPlan } from '../install/unitPlan.ts'
import { problemWords } from '../install/unitProblems.ts'
import { type ReadRows, readUnitRows } from '../install/unitRows.ts'
import { changeRegister, readRegister } from '../store/register.ts'
import { audit } from '../store/union/perform.ts'
import { checkBegun } from './invite.ts'
import { DATA_OPTION, type DataOption, type Run, type Terminal, withInstallation } from './terminal.ts'

export interface ImportOptions extends DataOption {
  readonly dryRun?: boolean
}

const HELP = `
Các cột (thứ tự tùy ý, có dấu hay không): tên, cấp; nếu có: id, mã, đơn vị cấp trên, từ ngày, đến ngày, cơ sở.
Cấp: tỉnh, huyện, xã, phường, trực thuộc, ban. Để trống đơn vị cấp trên: trực thuộc tỉnh. Ngày: 01/07/2025.
Đổi tên hoặc đổi đơn vị cấp trên: giữ id hoặc mã, ghi «từ ngày» là ngày thay đổi. Chỉ ghi khi mọi dòng đều đúng.
Columns, in any order: name, level; optional: id, code, parent, from, to, grassroots.
Nothing is written unless every row is right. A row that says what is known already is skipped.`

export function addImportUnits(program: Command, run: Run): void {
  program
    .command('import-units <file>')
    .description('các đơn vị từ tệp CSV hoặc Excel / units from a CSV or Excel file')
    .option('--dry-run', 'chỉ kiểm tra, không ghi gì / only check, write nothing', false)
    .option(...DATA_OPTION)
    .addHelpText('after', HELP)
    .action((file: string, options: ImportOptions) => run((terminal) => runImportUnits(terminal, file, options)))
}

export async function runImportUnits(terminal: Terminal, file: string, options: ImportOptions): Promise<number> {
  const { now, write, cwd } = terminal
  const read = readUnitRows(await readUnitFile(path.resolve(cwd, file)))
  const plan = await withInstallation(terminal, options, async ({ store }) => {
    await checkBegun(store)
    return await store.union.$transaction(
      async (tx) => {
        // One import at a time: what is written is what was checked.
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(7270736901)`
        const register = await readRegister(tx)
        const plan = planUnits(read, register, planning(register, now))
        if (plan.problems.length > 0 || options.dryRun === true || isNothing(plan)) return plan
        await changeRegister(tx, plan)
        const subject = `+${plan.added.length} ~${plan.changed.length}`
        await audit(tx, { actor: 'server', act: 'importUnits', subject, now })
        return plan
      },
      { timeout: 120_000 },
    )
  })
  for (const line of report(read, plan)) write(line)
  if (plan.problems.length > 0) {
    write(`${plan.problems.length} chỗ cần sửa; chưa ghi gì. / ${plan.problems.length} problems; nothing was written.`)
    return 1
  }
  write(verdict(plan, options.dryRun === true))
  return 0
}

const isNothing = ({ added, changed }: UnitPlan): boolean => added.length + changed.length === 0

/** Units without a first day begin with the register. */
function planning(register: Register, now: Date) {
  const days = register.versions.map((one) => one.from).toSorted()
  return { today: dateOf(instant(now.getTime())), start: days[0] ?? firstDay(now) }
}

function report({ rows, ignored }: ReadRows, plan: UnitPlan): readonly string[] {
  const head = [
    `${rows.length} dòng đọc được / rows read`,
    ...(ignored.length === 0 ? [] : [`Cột không dùng / columns not used: ${ignored.join(', ')}`]),
  ]
  if (plan.problems.length > 0) return [...head, ...plan.problems.map(problemWords)]
  return [
    ...head,
    ...plan.added.map((one) => `+ ${versionLine(one)}`),
    ...plan.changed.map((one) => `~ ${versionLine(one)}`),
  ]
}

const versionLine = ({ unit, name, level, parent, from, to, code }: UnitVersion): string =>
  [unit.padEnd(22), level.padEnd(10), name, parent === undefined ? '' : `< ${parent}`, code ?? '', from, to ?? '']
    .filter((one) => one !== '')
    .join('  ')

function verdict(plan: UnitPlan, dry: boolean): string {
  const counts = `+${plan.added.length} ~${plan.changed.length} =${plan.unchanged}`
  if (isNothing(plan)) return `${counts}: không có gì mới. / nothing is new.`
  return dry
    ? `${counts}: kiểm tra xong, mọi dòng đều đúng; chưa ghi gì. / all rows are fine; nothing was written.`
    : `${counts}: đã ghi. / written.`
}
