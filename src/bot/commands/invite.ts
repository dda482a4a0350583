import type { Command } from 'commander'
import { CLUB_ROLES, UNION_ROLES } from '../../domain/access.ts'
import { dateOf, instant } from '../../domain/calendar.ts'
import { makeUnitTree } from '../../domain/unit/tree.ts'
import { tidy } from '../../domain/words/fold.ts'
import { kindOf } from '../install/demo.ts'
import { StartError } from '../start/startError.ts'
import { readRegister } from '../store/register.ts'
import type { Store } from '../store/store.ts'
import { inviteAtServer } from '../store/union/invitations.ts'
import { audit } from '../store/union/perform.ts'
import { findUnit } from './findUnit.ts'
import { DATA_OPTION, type DataOption, type Run, type Terminal, withInstallation } from './terminal.ts'
import { wrongOption } from './wrong.ts'

const ROLES: readonly string[] = [...UNION_ROLES, ...CLUB_ROLES]

export interface InviteOptions extends DataOption {
  readonly role: string
  readonly unit: string
  readonly name?: string
}

export function addInvite(program: Command, run: Run): void {
  program
    .command('invite')
    .description('mã mời cho một vai trò và một đơn vị / a code for one role and one unit')
    .requiredOption('--role <role>', ROLES.join(', '))
    .requiredOption('--unit <unit>', 'mã hoặc tên đơn vị / id or name of the unit')
    .option('--name <text>', 'tên người được mời / name of the person')
    .option(...DATA_OPTION)
    .action((options: InviteOptions) => run((terminal) => runInvite(terminal, options)))
}

export async function runInvite(terminal: Terminal, options: InviteOptions): Promise<number> {
  const { now, write } = terminal
  const { role } = options
  if (!ROLES.includes(role)) {
    throw wrongOption('--role', role, { vi: `Các vai trò: ${ROLES.join(', ')}`, en: `The roles: ${ROLES.join(', ')}` })
  }
  const name = tidy(options.name ?? '')
  const { code, unit } = await withInstallation(terminal, options, async ({ store }) => {
    await checkBegun(store)
    const tree = makeUnitTree(await readRegister(store.union))
    const unit = findUnit(tree, options.unit, dateOf(instant(now.getTime())))
    const code = await store.union.$transaction(async (tx) => {
      await audit(tx, { actor: 'server', act: 'invite', subject: `${role}@${unit.unit}`, now })
      return await inviteAtServer(store, tx, { role, unit: unit.unit, now, ...(name === '' ? {} : { name }) })
    })
    return { code, unit }
  })
  write(`${role} – ${unit.name} (${unit.unit})`)
  write('Mã mời, chỉ hiện một lần, dùng một lần, trong 72 giờ; người được mời gõ mã vào chat:')
  write('Code, shown once, for one use, within 72 hours; the person types it in the chat:')
  write(`    ${code}`)
  return 0
}

export async function checkBegun(store: Store): Promise<void> {
  if ((await kindOf(store)) !== undefined) return
  throw new StartError({
    vi: 'Chưa có tỉnh nào trong dữ liệu này. Hãy chạy: npm run -s cli -- init --name "Hội LHPN tỉnh …"',
    en: 'There is no province in these data yet. Run: npm run -s cli -- init --name "Hội LHPN tỉnh …"',
  })
}
