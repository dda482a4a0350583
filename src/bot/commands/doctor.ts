import type { Command } from 'commander'
import type { Config } from '../config/config.ts'
import type { S3Config } from '../config/s3.ts'
import { type Check, checkLine, fine, refused, wrong } from '../doctor/check.ts'
import { checkContent, checkKind } from '../doctor/content.ts'
import { checkDatabase } from '../doctor/database.ts'
import { checkMachine, checkRingApart, hasDatabase } from '../doctor/machine.ts'
import { kindOf } from '../install/demo.ts'
import { StartError } from '../start/startError.ts'
import { startEmbedded } from '../store/embedded.ts'
import { openInstallation } from '../store/openInstallation.ts'
import { reachesBucket } from '../store/s3Blobs.ts'
import { configOf, DATA_OPTION, type DataOption, type Run, type Terminal } from './terminal.ts'

export function addDoctor(program: Command, run: Run): void {
  program
    .command('doctor')
    .description('bản cài đặt này có gì chưa ổn, cần làm gì / what is wrong with this installation')
    .option(...DATA_OPTION)
    .action((options: DataOption) => run((terminal) => runDoctor(terminal, options)))
}

/** One line for each thing looked at; 1 when anything is wrong. It changes nothing that a start would not. */
export async function runDoctor(terminal: Terminal, options: DataOption): Promise<number> {
  let bad = 0
  const show = (checks: readonly Check[]): boolean => {
    for (const check of checks) {
      terminal.write(checkLine(check))
      if (!check.ok) bad++
    }
    return checks.every((check) => check.ok)
  }
  try {
    await examine(terminal, configOf(terminal, options), show)
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    show([refused(error)])
  }
  terminal.write(bad === 0 ? 'Mọi thứ đều ổn. / All is well.' : `${bad} chỗ cần làm. / ${bad} things to do.`)
  return bad === 0 ? 0 : 1
}

async function examine(terminal: Terminal, config: Config, show: (checks: readonly Check[]) => boolean): Promise<void> {
  const machine = checkMachine(config, process.versions.node)
  show([...machine, checkTelegram(config)])
  if (config.s3 !== undefined) show([await checkBucket(config.s3)])
  // Without its key ring, or without a database, there is nothing more to see, and nothing may be made here.
  if (machine.at(-1)?.ok !== true) return
  if (!hasDatabase(config)) {
    show([wrong('chưa có dữ liệu: chạy init', 'there are no data yet: run init')])
    return
  }
  const embedded = config.databaseUrl === undefined ? await startEmbedded({ dataDir: config.dataDir }) : undefined
  try {
    if (!show(await checkDatabase(config.databaseUrl ?? embedded?.ownerUrl ?? ''))) return
    const installation = await openInstallation(config)
    try {
      const { store } = installation
      const kind = await kindOf(store)
      show([fine('hai tài khoản cơ sở dữ liệu tách nhau', 'the two logins are apart'), checkKind(kind, config)])
      if (kind === 'real') show([checkRingApart(config)])
      if (kind !== undefined) show(await checkContent(store, kind, terminal.now))
    } finally {
      await installation.close()
    }
  } finally {
    await embedded?.stop()
  }
}

async function checkBucket(s3: S3Config): Promise<Check> {
  return (await reachesBucket(s3))
    ? fine(`kho tệp ${s3.endpoint}`, 'the bucket for evidence answers')
    : wrong(
        `không vào được kho tệp ${s3.endpoint}: xem lại S3_ENDPOINT, S3_ACCESS_KEY, S3_SECRET_KEY, S3_REGION và mạng`,
        'the bucket does not answer: look at S3_ENDPOINT, S3_ACCESS_KEY, S3_SECRET_KEY, S3_REGION and the network',
      )
}

/** Its form alone was looked at, by the configuration; nothing is sent. */
const checkTelegram = ({ telegram }: Config): Check =>
  telegram === undefined
    ? fine('không dùng Telegram', 'Telegram is not used')
    : fine('mã Telegram đúng dạng (chưa thử gọi)', 'the Telegram token is well formed (it was not tried)')
