import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { type Lock, makeIdentity, type Opener } from '../keys/age.ts'
import { StartError } from '../start/startError.ts'
import { openBlobs } from '../store/openBlobs.ts'
import { makeBackup } from '../store/backup.ts'
import { restoreBackup } from '../store/restore.ts'
import { DATA_OPTION, type DataOption, type Run, type Terminal, withInstallation } from './terminal.ts'

export interface BackupOptions extends DataOption {
  readonly recipient?: string
  readonly passphraseFile?: string
  readonly newIdentity?: string
}

export interface RestoreOptions extends DataOption {
  readonly keys?: string
  readonly identity?: string
  readonly passphraseFile?: string
}

const BACKUP_HELP = `
Viết hai tệp: FILE và FILE.keys (khóa của từng vụ việc và lời chị em viết; sau bảy ngày không mở được nữa).
Tệp khóa key-ring.json không nằm trong tệp nào: chép nó riêng, mỗi ngày, ở nơi khác. Khóa bí mật giữ ngoài máy này.
Writes two files: FILE and FILE.keys (keys of cases and women's words; after seven days it opens nothing).
The key ring is in neither: copy it apart, daily, to another place. Keep the secret identity off this machine.
FILE.keys is made in memory: reckon 300 bytes for each case and waiting message.`

export function addBackup(program: Command, run: Run): void {
  program
    .command('backup')
    .argument('[file]', 'tệp sao lưu / the backup')
    .description('sao lưu, mã hóa / an encrypted backup')
    .option('--recipient <key>', 'khóa công khai age1… / public key')
    .option('--passphrase-file <file>', 'tệp có câu mật khẩu / a file with a passphrase')
    .option('--new-identity <file>', 'tạo cặp khóa mới rồi thôi / make a pair of keys and stop')
    .option(...DATA_OPTION)
    .addHelpText('after', BACKUP_HELP)
    .action((file: string | undefined, options: BackupOptions) => run((terminal) => runBackup(terminal, file, options)))
}

export function addRestore(program: Command, run: Run): void {
  program
    .command('restore <file>')
    .description('phục hồi vào một cơ sở dữ liệu trống / restore into an empty database')
    .option('--keys <file>', 'FILE.keys; thiếu thì không đọc lại được vụ việc nào / without it no case can be read')
    .option('--identity <file>', 'tệp khóa bí mật AGE-SECRET-KEY-… / the secret key')
    .option('--passphrase-file <file>', 'tệp có câu mật khẩu / a file with the passphrase')
    .option(...DATA_OPTION)
    .action((file: string, options: RestoreOptions) => run((terminal) => runRestore(terminal, file, options)))
}

export async function runBackup(terminal: Terminal, file: string | undefined, options: BackupOptions): Promise<number> {
  const { write, cwd } = terminal
  if (options.newIdentity !== undefined) return await newIdentity(terminal, path.resolve(cwd, options.newIdentity))
  const target = path.resolve(cwd, needed(file))
  if (!existsSync(path.dirname(target))) throw noFolder(path.dirname(target))
  const lock = lockOf(cwd, options)
  const done = await withInstallation(terminal, options, async ({ ownerUrl, ring, store }, config) => {
    const blobs = openBlobs(config)
    const done = await makeBackup({ ownerUrl, ring, blobs, file: target, lock, now: terminal.now })
    const lastBackup = { key: 'lastBackup', value: { at: terminal.now.toISOString(), id: done.id } }
    await store.union.setting.upsert({ where: { key: 'lastBackup' }, create: lastBackup, update: lastBackup })
    return done
  })
  write(`Đã sao lưu: ${done.rows} dòng, ${done.files} tệp minh chứng, ${done.bytes} byte. / Backed up.`)
  write(`  ${target}`)
  write(`  ${target}.keys    (giữ riêng, xóa sau bảy ngày / keep apart, delete after seven days)`)
  write('Tệp khóa key-ring.json không nằm trong đó: chép riêng. / The key ring is not in it: copy it apart.')
  if (done.missing > 0) {
    write(`! ${done.missing} tệp minh chứng có tên trong dữ liệu nhưng không còn ở nơi cất tệp.`)
    write(`! ${done.missing} files of evidence are named in the data and are not where they were kept.`)
  }
  return 0
}

async function newIdentity({ write }: Terminal, file: string): Promise<number> {
  const recipient = await makeIdentity(file)
  write(`Khóa bí mật: ${file}. Chép sang hai nơi ngoài máy này, rồi xóa ở đây.`)
  write(`The secret key: ${file}. Copy it to two places off this machine, then delete it here.`)
  write(recipient)
  return 0
}

export async function runRestore(terminal: Terminal, file: string, options: RestoreOptions): Promise<number> {
  const { write, cwd } = terminal
  const source = existing(path.resolve(cwd, file))
  const opener = openerOf(cwd, options)
  const keys = options.keys === undefined ? {} : { keys: existing(path.resolve(cwd, options.keys)) }
  const done = await withInstallation(terminal, options, async ({ ownerUrl, ring }, config) =>
    restoreBackup({ ownerUrl, ring, blobs: openBlobs(config), file: source, opener, ...keys }),
  )
  write(`Đã phục hồi bản của ${done.at} (PostgreSQL ${done.server}). / Restored.`)
  write(`  ${done.rows} dòng / rows, ${done.files} tệp minh chứng / files, ${done.caseKeys} khóa vụ việc / case keys`)
  if (options.keys === undefined) {
    write('! Không có --keys: nội dung các vụ việc không mở được. / Without --keys no case can be read.')
  }
  write('Chạy tiếp: npm run -s cli -- doctor')
  return 0
}

function needed(file: string | undefined): string {
  if (file !== undefined) return file
  throw new StartError({
    vi: 'Hãy ghi tên tệp sao lưu, ví dụ: npm run -s cli -- backup /mnt/sao-luu/hoi.age --recipient age1…',
    en: 'Name the file, for example: npm run -s cli -- backup /mnt/backup/hoi.age --recipient age1…',
  })
}

function lockOf(cwd: string, { recipient, passphraseFile }: BackupOptions): Lock {
  if (recipient !== undefined && passphraseFile === undefined) return { kind: 'recipient', recipient }
  if (passphraseFile !== undefined && recipient === undefined)
    return { kind: 'passphrase', file: path.resolve(cwd, passphraseFile) }
  throw new StartError({
    vi: 'Hãy ghi một trong hai: --recipient age1… (nên dùng) hoặc --passphrase-file TỆP. Tạo khóa: backup --new-identity TỆP',
    en: 'Give one of --recipient age1… (better) or --passphrase-file FILE. To make a key: backup --new-identity FILE',
  })
}

function openerOf(cwd: string, { identity, passphraseFile }: RestoreOptions): Opener {
  if (identity !== undefined && passphraseFile === undefined)
    return { kind: 'identity', file: path.resolve(cwd, identity) }
  if (passphraseFile !== undefined && identity === undefined)
    return { kind: 'passphrase', file: path.resolve(cwd, passphraseFile) }
  throw new StartError({
    vi: 'Hãy ghi một trong hai: --identity TỆP (khóa bí mật) hoặc --passphrase-file TỆP.',
    en: 'Give one of --identity FILE (the secret key) or --passphrase-file FILE.',
  })
}

function existing(file: string): string {
  if (existsSync(file)) return file
  throw new StartError({ vi: `Không có tệp ${file}.`, en: `There is no file ${file}.` })
}

const noFolder = (dir: string): StartError =>
  new StartError({
    vi: `Không có thư mục ${dir}. Hãy tạo thư mục hoặc ghi đường dẫn khác.`,
    en: `There is no folder ${dir}. Make it, or give another path.`,
  })
