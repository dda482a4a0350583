import type { Command } from 'commander'
import { addRoot } from '../keys/keys.ts'
import { openBlobs } from '../store/openBlobs.ts'
import { checkSealed } from '../store/sealedColumns.ts'
import { audit } from '../store/union/perform.ts'
import { DATA_OPTION, type DataOption, type Run, type Terminal, withInstallation } from './terminal.ts'

export function addKeys(program: Command, run: Run): void {
  program
    .command('keys')
    .description('tệp khóa / the key ring')
    .command('rotate')
    .description('thêm một khóa gốc mới và kiểm tra mọi nội dung đã khóa / add a root, check all that is sealed')
    .option(...DATA_OPTION)
    .action((options: DataOption) => run((terminal) => runRotate(terminal, options)))
}

/** Nothing is sealed again: what is old keeps its key, so the older roots stay in the ring. */
export async function runRotate(terminal: Terminal, options: DataOption): Promise<number> {
  const { now, write } = terminal
  const { id, file, columns } = await withInstallation(terminal, options, async ({ store, ring }, config) => {
    const id = addRoot(ring.file)
    await audit(store.union, { actor: 'server', act: 'keys.rotate', subject: `root ${id}`, now })
    return { id, file: ring.file, columns: await checkSealed(store, openBlobs(config)) }
  })
  write(`Đã thêm khóa gốc ${id} vào ${file}. / Root ${id} is in the key ring.`)
  write('Kiểm tra nội dung đã khóa (mở được / không mở được). / Sealed values: opened / failed.')
  for (const one of columns) write(`  ${one.column.padEnd(28)} ${one.opened} / ${one.failed}`)
  write(
    'Chưa khóa lại gì: nội dung cũ vẫn dùng khóa cũ, đừng xóa khóa cũ. / Nothing was sealed again: keep the old roots.',
  )
  write('Khởi động lại trợ lý để dùng khóa mới, rồi chép lại tệp khóa. / Restart the bot, then copy the key ring anew.')
  const failed = columns.reduce((sum, one) => sum + one.failed, 0)
  if (failed === 0) return 0
  write(`! ${failed} giá trị không mở được: xem lại tệp khóa. / ${failed} values do not open: look at the key ring.`)
  return 1
}
