import path from 'node:path'
import { errorCode } from '../store/errorCode.ts'
import { readMigrations } from '../store/backupTables.ts'
import { migrationsIn } from '../store/migrate.ts'
import { prismaDir } from '../store/openInstallation.ts'
import { connectOwner } from '../store/owner.ts'
import { type Check, fine, wrong } from './check.ts'

/** Is the server there, and has the database the migrations of this program? Nothing is applied. */
export async function checkDatabase(ownerUrl: string): Promise<readonly Check[]> {
  const client = await connectOwner(ownerUrl)
  try {
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
    const version = rows[0]?.server_version ?? '?'
    const applied = await readMigrations(client).catch((error: unknown) => {
      if (errorCode(error) === '42P01') return []
      throw error
    })
    return [fine(`PostgreSQL ${version}`, 'the database answers'), inStep(applied)]
  } finally {
    await client.end()
  }
}

function inStep(applied: readonly { readonly name: string; readonly checksum: string }[]): Check {
  const ours = migrationsIn(path.join(prismaDir, 'migrations'))
  const unknown = applied.filter((one) => !ours.some((our) => our.name === one.name && our.checksum === one.checksum))
  if (unknown.length > 0) {
    return wrong(
      `dữ liệu mới hơn hoặc khác chương trình (${unknown[0]?.name ?? ''}): cài đúng phiên bản chương trình`,
      'the data are newer than this program, or other: install the right version',
    )
  }
  const open = ours.length - applied.length
  return open > 0
    ? wrong(
        `còn ${open} bước nâng cấp dữ liệu chưa chạy: sao lưu, rồi khởi động lại trợ lý (npm start)`,
        'migrations are not applied yet: back up, then restart the bot (npm start)',
      )
    : fine(`${ours.length} bước nâng cấp dữ liệu đều đã chạy`, 'the migrations are in step')
}
