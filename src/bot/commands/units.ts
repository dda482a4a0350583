import type { Command } from 'commander'
import { dateOf, instant } from '../../domain/calendar.ts'
import { makeUnitTree } from '../../domain/unit/tree.ts'
import { readRegister } from '../store/register.ts'
import { DATA_OPTION, type DataOption, type Run, type Terminal, withInstallation } from './terminal.ts'

export interface UnitsOptions extends DataOption {
  readonly json: boolean
}

export function addUnits(program: Command, run: Run): void {
  program
    .command('units')
    .description('các đơn vị đang hoạt động / the units in force')
    .option('--json', 'as JSON', false)
    .option(...DATA_OPTION)
    .action((options: UnitsOptions) => run((terminal) => runUnits(terminal, options)))
}

export async function runUnits(terminal: Terminal, options: UnitsOptions): Promise<number> {
  const today = dateOf(instant(terminal.now.getTime()))
  const units = await withInstallation(terminal, options, async ({ store }) =>
    makeUnitTree(await readRegister(store.union)).inForce(today),
  )
  if (options.json) terminal.write(JSON.stringify(units))
  else
    for (const one of units) terminal.write(`${one.unit.padEnd(22)} ${one.level.padEnd(10)} ${one.name}${under(one)}`)
  return 0
}

const under = ({ parent }: { readonly parent?: string }): string => (parent === undefined ? '' : ` < ${parent}`)
