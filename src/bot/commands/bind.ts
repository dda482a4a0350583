import { randomBytes } from 'node:crypto'
import type { Command } from 'commander'
import { StartError } from '../start/startError.ts'
import { bindAccount } from '../store/union/accounts.ts'
import { DATA_OPTION, type DataOption, type Run, type Terminal, withInstallation } from './terminal.ts'
import { wrongOption } from './wrong.ts'

export interface BindOptions extends DataOption {
  readonly channel: string
  readonly address: string
  readonly person: string
}

const CHANNELS: Readonly<Record<string, RegExp>> = {
  telegram: /^\d{3,20}$/,
  zalo: /^\d{3,24}$/,
  'zalo-counsel': /^\d{3,24}$/,
  web: /^[\w-]{8,64}$/,
}

export function addBind(program: Command, run: Run): void {
  program
    .command('bind')
    .description('chuyển một người sang tài khoản chat mới / move a person to another account')
    .addHelpText(
      'before',
      `Thường thì không cần lệnh này: người được mời tự gõ mã mời vào chat (xem: invite).
Lệnh này dành cho người quản trị máy chủ, để chuyển một người sang tài khoản mới; tài khoản cũ trên kênh đó mất quyền ngay.
Usually this is not needed: a person binds her account by typing her code in the chat (see: invite).
This is for the administrator at the server, to move someone to a new account; the old one on that channel loses its rights.
`,
    )
    .requiredOption('--channel <name>', Object.keys(CHANNELS).join(', '))
    .requiredOption('--address <id>', 'số tài khoản của kênh, ví dụ chat id của Telegram / id of the account')
    .requiredOption('--person <id>', 'mã người, xem people --all / id, see people --all')
    .option(...DATA_OPTION)
    .action((options: BindOptions) => run((terminal) => runBind(terminal, options)))
}

export async function runBind(terminal: Terminal, options: BindOptions): Promise<number> {
  const { now, write } = terminal
  const { channel, address, person } = options
  const form = Object.hasOwn(CHANNELS, channel) ? CHANNELS[channel] : undefined
  const known = Object.keys(CHANNELS).join(', ')
  if (form === undefined)
    throw wrongOption('--channel', channel, { vi: `Các kênh: ${known}`, en: `Channels: ${known}` })
  if (!form.test(address)) {
    throw wrongOption('--address', address, {
      vi: 'Hãy ghi đúng số tài khoản trên kênh đó, ví dụ 123456789.',
      en: 'Give the id of the account on that channel, for example 123456789.',
    })
  }
  const bound = await withInstallation(terminal, options, ({ store }) =>
    bindAccount(store, { channel, address, person, id: randomBytes(12).toString('hex'), now }),
  )
  if (bound.kind !== 'bound') throw refused(bound.kind, person)
  write(`Đã gắn tài khoản ${channel} mới cho ${person}; ${bound.left} tài khoản ${channel} cũ mất quyền.`)
  write(`The ${channel} account is bound to ${person}; ${bound.left} earlier ones on that channel lost their rights.`)
  return 0
}

const refused = (kind: 'nobody' | 'taken', person: string): StartError =>
  kind === 'nobody'
    ? new StartError({
        vi: `Không có ai mã «${person}» đang có vai trò. Xem danh sách: npm run -s cli -- people --all`,
        en: `Nobody with the id "${person}" has a role. See the list: npm run -s cli -- people --all`,
      })
    : new StartError({
        vi: 'Tài khoản này đang là của một người khác. Hãy thu hồi người đó trước (revoke), hoặc kiểm tra lại --address.',
        en: 'This account is another person’s. Revoke that person first, or check --address.',
      })
