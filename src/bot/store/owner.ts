import { Client } from 'pg'
import { StartError } from '../start/startError.ts'
import { errorCode } from './errorCode.ts'

/** The oldest server whose SQL the migrations keep to. */
const oldestServer = 150_000

// Prisma's own number, so that its command line and ours never migrate at the same time.
const startLock = 72_707_369

/** Connects as the owner of the database, or says in plain words why not. Never shows the password. */
export async function connectOwner(ownerUrl: string): Promise<Client> {
  if (!URL.canParse(ownerUrl)) throw badUrl()
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 15_000 })
  // A lost connection also rejects the running query; without a listener it would end the process.
  client.on('error', ignoreRepeated)
  try {
    await client.connect()
  } catch (error) {
    throw unreachable(ownerUrl, error)
  }
  const { rows } = await client.query<{ number: number; version: string }>(
    "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version",
  )
  const server = rows[0]
  if (server !== undefined && server.number >= oldestServer) return client
  await client.end()
  throw tooOld(server?.version ?? '?')
}

function ignoreRepeated(): void {}

export interface OwnerWork<T> {
  (client: Client): Promise<T>
}

/** Does the work as the owner while no other starter does any: migrations, logins and grants of one database. */
export async function asOwner<T>(ownerUrl: string, work: OwnerWork<T>): Promise<T> {
  const client = await connectOwner(ownerUrl)
  try {
    // Ends with the session, so a killed starter blocks nobody.
    await client.query('SELECT pg_advisory_lock($1)', [startLock])
    return await work(client)
  } finally {
    await client.end()
  }
}

/** All or nothing. */
export async function inTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN')
  try {
    const result = await work()
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

function badUrl(): StartError {
  return new StartError({
    vi: 'Địa chỉ cơ sở dữ liệu (DATABASE_URL) không đúng dạng. Dạng đúng: postgresql://tên:mật-khẩu@máy:5432/cơ-sở-dữ-liệu',
    en: 'The address of the database (DATABASE_URL) is not well formed. It looks like postgresql://user:password@host:5432/database',
  })
}

function unreachable(ownerUrl: string, cause: unknown): StartError {
  const { hostname, port, pathname, searchParams } = new URL(ownerUrl)
  const place = `${searchParams.get('host') ?? hostname}:${port || '5432'}${pathname}`
  const code = errorCode(cause) ?? 'timeout'
  return new StartError({
    vi: `Không kết nối được cơ sở dữ liệu ${place} (${code}). Hãy kiểm tra máy chủ PostgreSQL đang chạy, và tên, mật khẩu, tên cơ sở dữ liệu trong DATABASE_URL.`,
    en: `The database ${place} cannot be reached (${code}). Check that the PostgreSQL server is running, and the user, password and database name in DATABASE_URL.`,
    cause,
  })
}

function tooOld(version: string): StartError {
  return new StartError({
    vi: `Máy chủ PostgreSQL là bản ${version}; cần bản 15 trở lên. Hãy nâng cấp máy chủ, hoặc bỏ DATABASE_URL để dùng PostgreSQL kèm theo.`,
    en: `The PostgreSQL server is version ${version}; 15 or newer is needed. Upgrade it, or unset DATABASE_URL to use the PostgreSQL that comes along.`,
  })
}
