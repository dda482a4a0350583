import type { Command } from 'commander'
import { DEMO_PEOPLE, demoRegister } from '../install/demoProvince.ts'
import { makeUnitTree } from '../../domain/unit/tree.ts'
import { unitId } from '../../domain/ids.ts'
import { readRegister } from '../store/register.ts'
import { type GrantRow, grantRows } from '../store/union/people.ts'
import { memberRows } from '../store/vault/members.ts'
import { DATA_OPTION, type DataOption, type Run, type Terminal, withInstallation } from './terminal.ts'

export interface PeopleOptions extends DataOption {
  readonly json: boolean
  readonly all?: boolean
  readonly club?: boolean
}

export function addPeople(program: Command, run: Run): void {
  program
    .command('people')
    .description('người minh họa; --all: mọi vai trò trong dữ liệu / demonstration people; --all: every role')
    .option('--all', 'mọi vai trò đã cấp trong dữ liệu này / every role in these data', false)
    .option('--club', 'người của câu lạc bộ tư vấn / members of the club', false)
    .option('--json', 'as JSON', false)
    .option(...DATA_OPTION)
    .action((options: PeopleOptions) => run((terminal) => runPeople(terminal, options)))
}

/** Without `all` or `club` the demonstration people, who are the same everywhere. The two lists share nothing. */
export async function runPeople(terminal: Terminal, options: PeopleOptions): Promise<number> {
  const lines =
    options.all === true
      ? await grantLines(terminal, options)
      : options.club === true
        ? await clubLines(terminal, options)
        : demoLines(options.json)
  for (const line of lines) terminal.write(line)
  return 0
}

async function grantLines(terminal: Terminal, options: PeopleOptions): Promise<readonly string[]> {
  return await withInstallation(terminal, options, async ({ store }) => {
    const tree = makeUnitTree(await readRegister(store.union))
    const rows = (await grantRows(store.union)).map((row) => ({
      ...row,
      unitName: tree.latest(unitId(row.unit))?.name ?? '',
    }))
    if (options.json) return [JSON.stringify(rows)]
    if (rows.length === 0) return ['Chưa có ai. / Nobody yet.']
    return rows.map(
      (row) => `${row.person.padEnd(22)} ${row.role.padEnd(8)} ${row.name} – ${row.unitName}${state(row)}`,
    )
  })
}

async function clubLines(terminal: Terminal, options: PeopleOptions): Promise<readonly string[]> {
  return await withInstallation(terminal, options, async ({ store }) => {
    const rows = await memberRows(store.vault, terminal.now)
    if (options.json) return [JSON.stringify(rows)]
    if (rows.length === 0) return ['Chưa có ai. / Nobody yet.']
    return rows.map(
      (row) =>
        `${row.member.padEnd(22)} ${row.role.padEnd(12)} ${row.name}${row.revoked ? ' (đã thu hồi / revoked)' : ''}${row.onDuty ? ' (đang trực / on duty)' : ''}`,
    )
  })
}

function state({ from, to, revoked, channels }: GrantRow): string {
  const marks = [
    ...(revoked ? ['đã thu hồi / revoked'] : [`từ ${from}${to === undefined ? '' : ` đến ${to}`}`]),
    ...(channels.length === 0 ? [] : [channels.join(', ')]),
  ]
  return ` (${marks.join('; ')})`
}

function demoLines(json: boolean): readonly string[] {
  const names = new Map(demoRegister().versions.map((one) => [one.unit, one.name]))
  const people = DEMO_PEOPLE.map((one) => ({
    key: one.key,
    name: one.name,
    role: one.role,
    unit: one.unit,
    unitName: names.get(one.unit) ?? '',
    ...(one.to === undefined ? {} : { until: one.to }),
  }))
  return json
    ? [JSON.stringify(people)]
    : people.map(
        (one) =>
          `${one.key.padEnd(18)} ${one.role.padEnd(12)} ${one.name} – ${one.unitName}${one.until === undefined ? '' : ` (đến ${one.until})`}`,
      )
}
