import type { Command } from 'commander'
import { StartError } from '../start/startError.ts'
import type { Store } from '../store/store.ts'
import { revokeGrants } from '../store/union/invitations.ts'
import { audit } from '../store/union/perform.ts'
import { revokeMember } from '../store/vault/members.ts'
import { adminCount } from '../store/union/people.ts'
import { DATA_OPTION, type DataOption, type Run, type Terminal, withInstallation } from './terminal.ts'

export interface RevokeOptions extends DataOption {
  readonly person?: string
  readonly demoKey?: string
}

export function addRevoke(program: Command, run: Run): void {
  program
    .command('revoke')
    .description('thu hồi mọi vai trò của một người, ngay lập tức / end every role of a person at once')
    .option('--person <id>', 'mã người, xem people --all, people --club / id')
    .option('--demo-key <key>', 'người minh họa, xem people / a demonstration person')
    .option(...DATA_OPTION)
    .action((options: RevokeOptions) => run((terminal) => runRevoke(terminal, options)))
}

/** A person of the Union or a member of the club; what she writes next is a visitor's. */
export async function runRevoke(terminal: Terminal, options: RevokeOptions): Promise<number> {
  const { now, write } = terminal
  const id = options.person ?? (options.demoKey === undefined ? undefined : `demo-${options.demoKey}`)
  if (id === undefined) throw whom()
  const { ended, back, admins } = await withInstallation(terminal, options, async ({ store }) => ({
    ...(await end(store, id, now)),
    admins: await adminCount(store.union, now),
  }))
  write(`Đã thu hồi ${ended} vai trò của ${id}; tin tiếp theo của tài khoản đó là của khách.`)
  write(`Ended ${ended} roles of ${id}; the next message of that account is a visitor's.`)
  if (back > 0) write(`${back} vụ việc đang nhận trở lại hàng chờ. / ${back} cases are back in the queue.`)
  if (admins < 2) {
    write(`! Còn ${admins} quản trị, cần hai: npm run -s cli -- invite --role admin --unit …`)
    write(`! ${admins} administrators are left, two are needed.`)
  }
  return 0
}

async function end(store: Store, id: string, now: Date): Promise<{ readonly ended: number; readonly back: number }> {
  const ended = await store.union.$transaction(async (tx) => {
    const count = await revokeGrants(tx, id, now)
    if (count > 0) await audit(tx, { actor: 'server', act: 'revoke', subject: id, now })
    return count
  })
  if (ended > 0) return { ended, back: 0 }
  const back = await store.vault.$transaction((tx) => revokeMember(store, tx, id, now))
  if (back === undefined) throw nobody(id)
  return { ended: 1, back }
}

const whom = (): StartError =>
  new StartError({
    vi: 'Hãy ghi --person MÃ (xem: npm run -s cli -- people --all, people --club) hoặc --demo-key KHÓA (xem: people).',
    en: 'Give --person ID (see: npm run -s cli -- people --all, people --club) or --demo-key KEY (see: people).',
  })

const nobody = (id: string): StartError =>
  new StartError({
    vi: `Không có ai mã «${id}» đang có vai trò. Xem danh sách: npm run -s cli -- people --all, people --club`,
    en: `Nobody with the id "${id}" has a role. See the lists: npm run -s cli -- people --all, people --club`,
  })
