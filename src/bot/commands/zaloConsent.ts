import type { Command } from 'commander'
import { bareUrl } from '../config/bareUrl.ts'
import { StartError } from '../start/startError.ts'
import { zaloConsents } from '../store/zaloConsents.ts'
import { DATA_OPTION, type DataOption, type Run, type Terminal, withInstallation } from './terminal.ts'
import { wrongOption } from './wrong.ts'

export interface ZaloConsentOptions extends DataOption {
  readonly account: string
}

export function addZaloConsent(program: Command, run: Run): void {
  program
    .command('zalo-consent')
    .description(
      'liên kết dùng một lần để quản trị OA cho phép bot / a one-use link for the administrator of the account',
    )
    .option('--account <name>', 'zalo, zalo-counsel', 'zalo')
    .option(...DATA_OPTION)
    .action((options: ZaloConsentOptions) => run((terminal) => runZaloConsent(terminal, options)))
}

export async function runZaloConsent(terminal: Terminal, options: ZaloConsentOptions): Promise<number> {
  const { now, write } = terminal
  const url = await withInstallation(terminal, options, async ({ store }, config) => {
    const names = (config.zalo?.accounts ?? []).map(({ name }) => name)
    if (names.length === 0) {
      throw new StartError({
        vi: 'Chưa khai Zalo OA: hãy đặt ZALO_APP_ID, ZALO_APP_SECRET, ZALO_OA_ID (xem docs/zalo.md).',
        en: 'No Zalo account is configured: set ZALO_APP_ID, ZALO_APP_SECRET, ZALO_OA_ID (see docs/zalo.md).',
      })
    }
    if (!names.includes(options.account)) {
      const known = names.join(', ')
      throw wrongOption('--account', options.account, { vi: `Các OA: ${known}`, en: `The accounts: ${known}` })
    }
    const link = await zaloConsents(store).makeLink(options.account, now)
    return `${config.publicUrl === undefined ? `http://127.0.0.1:${config.port}` : bareUrl(config.publicUrl)}/zalo/consent/${link}`
  })
  write('Liên kết dùng một lần, trong 1 giờ; mở bằng tài khoản quản trị OA, khi bot đang chạy:')
  write('One use, within an hour; open it as an administrator of the account, while the bot runs:')
  write(`    ${url}`)
  return 0
}
