import { createHash, createHmac, hkdfSync, pbkdf2Sync } from 'node:crypto'
import { type Client, escapeIdentifier, escapeLiteral } from 'pg'
import { StartError } from '../start/startError.ts'
import { errorCode } from './errorCode.ts'
import { asOwner } from './owner.ts'

export interface LoginOptions {
  readonly ownerUrl: string
  /** On a server: what the passwords are derived from. Absent on the embedded one, whose socket folder is the lock. */
  readonly secret?: Buffer
  /** BOT_DATABASE_URL and VAULT_DATABASE_URL: then nothing is created. */
  readonly botUrl?: string
  readonly vaultUrl?: string
}

/** The two logins: no rights of an administrator, and neither a member of the other. */
export interface Logins {
  readonly botUrl: string
  readonly vaultUrl: string
  readonly botRole: string
  readonly vaultRole: string
}

/** Makes the logins of this database unless they are given, sets their passwords, and checks that they are apart. */
export async function makeLogins(options: LoginOptions): Promise<Logins> {
  const logins = givenLogins(options) ?? ownLogins(options)
  await asOwner(options.ownerUrl, async (client) => {
    if (options.botUrl === undefined) await createLogins(client, logins, options.secret)
    await checkApart(client, logins)
  })
  return logins
}

function givenLogins({ botUrl, vaultUrl }: LoginOptions): Logins | undefined {
  if (botUrl === undefined && vaultUrl === undefined) return undefined
  const botRole = roleIn(botUrl)
  const vaultRole = roleIn(vaultUrl)
  if (botUrl === undefined || vaultUrl === undefined || botRole === '' || vaultRole === '') throw halfGiven()
  return { botUrl, vaultUrl, botRole, vaultRole }
}

function roleIn(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? decodeURIComponent(new URL(url).username) : ''
}

function ownLogins({ ownerUrl, secret }: LoginOptions): Logins {
  if (!URL.canParse(ownerUrl)) throw halfGiven()
  const database = decodeURIComponent(new URL(ownerUrl).pathname.slice(1))
  const botRole = roleName(database, 'bot')
  const vaultRole = roleName(database, 'vault')
  return {
    botRole,
    vaultRole,
    botUrl: urlAs(ownerUrl, botRole, secret),
    vaultUrl: urlAs(ownerUrl, vaultRole, secret),
  }
}

// PostgreSQL silently cuts a name after 63 bytes.
const longestName = 63

/** Roles belong to the whole server, so each database has its own pair. */
export function roleName(database: string, kind: 'bot' | 'vault'): string {
  const name = `${database}_${kind}`
  if (Buffer.byteLength(name) <= longestName) return name
  return `chihoi_${createHash('sha256').update(database).digest('hex').slice(0, 16)}_${kind}`
}

function urlAs(ownerUrl: string, role: string, secret: Buffer | undefined): string {
  const url = new URL(ownerUrl)
  // An address like postgresql:///db?host=/run/postgresql has no place for a name before it has a host.
  if (url.hostname === '') url.hostname = 'localhost'
  for (const name of ['user', 'password']) url.searchParams.delete(name)
  url.username = encodeURIComponent(role)
  url.password = secret === undefined ? '' : passwordOf(secret, role)
  return url.href
}

/** The same in every process that holds the same secret. */
function passwordOf(secret: Buffer, role: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', `chihoi/login/v1|${role}`, 32)).toString('base64url')
}

async function createLogins(client: Client, logins: Logins, secret: Buffer | undefined): Promise<void> {
  try {
    for (const role of [logins.botRole, logins.vaultRole]) {
      const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])
      if (rowCount === 0) await client.query(`CREATE ROLE ${escapeIdentifier(role)} ${attributes}`)
      if (secret === undefined) continue
      const verifier = scramVerifier(secret, role)
      await client.query(`ALTER ROLE ${escapeIdentifier(role)} PASSWORD ${escapeLiteral(verifier)}`)
    }
  } catch (error) {
    if (errorCode(error) === '42501') throw mayNotCreate(logins, error)
    throw error
  }
}

const attributes = 'LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS'

/** What the server keeps instead of the password (RFC 5803), made here so that no statement log ever holds one. */
function scramVerifier(secret: Buffer, role: string): string {
  const rounds = 4096
  const salt = Buffer.from(hkdfSync('sha256', secret, '', `chihoi/login-salt/v1|${role}`, 16))
  const salted = pbkdf2Sync(passwordOf(secret, role), salt, rounds, 32, 'sha256')
  const hmac = (text: string) => createHmac('sha256', salted).update(text).digest()
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${storedKey}:${hmac('Server Key').toString('base64')}`
}

const membership = `SELECT count(*)::int AS wrong FROM pg_roles r
  WHERE r.rolname = ANY ($1) AND (
    r.rolsuper OR r.rolcreaterole OR r.rolbypassrls
    OR EXISTS (
      SELECT 1 FROM pg_roles other
      WHERE other.rolname <> r.rolname AND (other.rolname = ANY ($1) OR other.rolname = current_user)
        AND pg_has_role(r.oid, other.oid, 'MEMBER')
    )
  )`

async function checkApart(client: Client, { botRole, vaultRole }: Logins): Promise<void> {
  const roles = [botRole, vaultRole]
  const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = ANY ($1)', [roles])
  const { rows } = await client.query<{ wrong: number }>(membership, [roles])
  if (known.rowCount !== 2 || rows[0]?.wrong !== 0) throw notApart(roles)
}

function halfGiven(): StartError {
  return new StartError({
    vi: 'BOT_DATABASE_URL và VAULT_DATABASE_URL phải được đặt cùng nhau, mỗi địa chỉ có tên người dùng riêng. Hãy đặt cả hai, hoặc bỏ cả hai.',
    en: 'BOT_DATABASE_URL and VAULT_DATABASE_URL must be set together, each with a user of its own. Set both, or neither.',
  })
}

function mayNotCreate({ botRole, vaultRole }: Logins, cause: unknown): StartError {
  return new StartError({
    vi: `Người dùng trong DATABASE_URL không được tạo hoặc đổi hai tài khoản "${botRole}" và "${vaultRole}". Hãy cấp quyền CREATEROLE, hoặc tự tạo hai tài khoản (LOGIN, NOINHERIT) rồi đặt BOT_DATABASE_URL và VAULT_DATABASE_URL.`,
    en: `The user in DATABASE_URL may not create or alter the logins "${botRole}" and "${vaultRole}". Give it CREATEROLE, or create two logins (LOGIN, NOINHERIT) and set BOT_DATABASE_URL and VAULT_DATABASE_URL.`,
    cause,
  })
}

function notApart(roles: readonly string[]): StartError {
  const names = roles.join(', ')
  return new StartError({
    vi: `Hai tài khoản cơ sở dữ liệu ${names} phải tồn tại, khác nhau, không có quyền quản trị và không thuộc nhau. Hãy thu các quyền đó lại, hoặc xem BOT_DATABASE_URL và VAULT_DATABASE_URL.`,
    en: `The two database logins ${names} must exist, differ, have no administrator's rights and not be members of each other. Revoke those rights, or look at BOT_DATABASE_URL and VAULT_DATABASE_URL.`,
  })
}
