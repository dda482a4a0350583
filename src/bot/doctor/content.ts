import { dateOf, instant } from '../../domain/calendar.ts'
import { makePlanBook } from '../../domain/plan/planBook.ts'
import type { Config } from '../config/config.ts'
import type { Kind } from '../install/demo.ts'
import { makeUnitTree } from '../../domain/unit/tree.ts'
import { demoYearsOf, plansDir } from '../start/makeApp.ts'
import { loadSheets } from '../sources/legalSheets.ts'
import { loadPlans } from '../sources/plans.ts'
import { auditChains, verifyAudit } from '../store/auditChain.ts'
import { sheetLines } from '../store/vault/sheets.ts'
import { readRegister } from '../store/register.ts'
import type { Store } from '../store/store.ts'
import { adminCount, validOn } from '../store/union/people.ts'
import { type Check, fine, wrong } from './check.ts'

const STUCK_MS = 10 * 60_000
const BACKUP_MS = 36 * 3600_000
/** Channels on which a message waits until a page fetches it. */
const FETCHED = ['web', 'talk']

/** What begins with the kind of the installation: does the environment fit it? */
export function checkKind(kind: Kind | undefined, config: Config): Check {
  if (kind === undefined) {
    return wrong(
      'chưa có tỉnh nào: chạy "npm run -s cli -- init --name …"',
      'there is no province yet: run "npm run -s cli -- init --name …"',
    )
  }
  if (kind === 'demo') {
    return config.demo
      ? fine('bản minh họa', 'a demonstration')
      : wrong(
          'dữ liệu là bản minh họa nhưng cài đặt là dùng thật: chọn DATA_DIR mới rồi chạy init',
          'the data are a demonstration, the settings are for real use: choose a new DATA_DIR and run init',
        )
  }
  return config.publicUrl === undefined && config.telegram === undefined
    ? wrong(
        'dùng thật nhưng chỉ mở được trên máy này: đặt PUBLIC_URL hoặc TELEGRAM_BOT_TOKEN',
        'a real installation that only this machine can reach: set PUBLIC_URL or TELEGRAM_BOT_TOKEN',
      )
    : fine('bản dùng thật', 'a real installation')
}

/** People, plan, queues and backups of an installation that has begun. */
export async function checkContent(store: Store, kind: Kind, now: Date): Promise<readonly Check[]> {
  return [
    await checkAdmins(store, now),
    await checkDuty(store, now),
    await checkSheets(store, now),
    await checkUnits(store, now),
    await checkPlan(kind, now),
    await checkDead(store),
    await checkOutbox(store, now),
    ...(await checkAudit(store)),
    ...(kind === 'real' ? [await checkBackup(store, now)] : []),
  ]
}

async function checkAdmins(store: Store, now: Date): Promise<Check> {
  const count = await adminCount(store.union, now)
  return count >= 2
    ? fine(`${count} quản trị`, 'two administrators or more')
    : wrong(
        `có ${count} quản trị, cần hai: gõ mã mời vào chat, hoặc chạy "invite --role admin --unit …"`,
        `${count} administrators, two are needed: type the codes in the chat, or run "invite --role admin --unit …"`,
      )
}

async function checkDuty({ vault }: Store, now: Date): Promise<Check> {
  const members = await vault.member.count({ where: { revokedAt: null, role: { not: 'provinceDuty' } } })
  const onDuty = await vault.member.count({ where: { revokedAt: null, dutyUntil: { gt: now } } })
  if (onDuty > 0) return fine(`${onDuty} tư vấn viên đang trực`, 'a counsellor is on duty')
  return members === 0
    ? wrong(
        'câu lạc bộ chưa có ai: chạy "invite --role counsellor --unit …"',
        'the club has no members: run "invite --role counsellor --unit …"',
      )
    : wrong(
        'không có tư vấn viên nào đang trực: nhắc một người bấm «Vào trực»',
        'no counsellor is on duty: ask one to tap «Vào trực»',
      )
}

async function checkSheets({ vault }: Store, now: Date): Promise<Check> {
  const lines = await sheetLines(vault, await loadSheets(), dateOf(instant(now.getTime())))
  const waiting = lines.filter(({ state }) => state !== 'shown' && state !== 'notYet' && state !== 'over')
  if (waiting.length === 0)
    return fine(`${lines.length} phiếu pháp luật đều đã duyệt`, 'every sheet of law is approved')
  const ids = waiting.map(({ sheet }) => sheet.id)
  const some = `${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ', …' : ''}`
  return wrong(
    `${ids.length} phiếu pháp luật chưa duyệt hoặc hết hạn (${some}), phụ nữ không thấy: chủ nhiệm vào «Bàn tư vấn» → «Phiếu pháp luật»`,
    `sheets of law wait for approval: the head of the club opens «Bàn tư vấn» → «Phiếu pháp luật»`,
  )
}

async function checkUnits(store: Store, now: Date): Promise<Check> {
  const today = dateOf(instant(now.getTime()))
  const units = makeUnitTree(await readRegister(store.union))
    .inForce(today)
    .filter((one) => one.level !== 'board')
  const officers = await store.union.grant.findMany({
    where: { role: 'officer', ...validOn(now) },
    select: { unit: true },
  })
  const manned = new Set(officers.map((one) => one.unit))
  const without = units.filter((one) => !manned.has(one.unit))
  if (without.length === 0) return fine(`${units.length} đơn vị đều có cán bộ`, 'every unit has an officer')
  const names = without.slice(0, 3).map((one) => one.name)
  const rest = without.length > names.length ? ', …' : ''
  return wrong(
    `${without.length}/${units.length} đơn vị chưa có cán bộ (${names.join(', ')}${rest}): chạy "invite --role officer --unit …"`,
    'units without an officer: run "invite --role officer --unit …"',
  )
}

async function checkPlan(kind: Kind, now: Date): Promise<Check> {
  const today = dateOf(instant(now.getTime()))
  const demo = kind === 'demo' ? { demoYears: demoYearsOf(now) } : {}
  const plan = makePlanBook(await loadPlans({ dir: plansDir, ...demo })).planOn(today)
  return plan === undefined
    ? wrong(
        `không có kế hoạch nào có hiệu lực hôm nay (${today}): thêm tệp vào thư mục plans (README, "A real installation"), rồi "plan check TỆP"`,
        'no plan is in force today: add its file to the folder plans (README, "A real installation"), then "plan check FILE"',
      )
    : fine(`kế hoạch ${plan.id}`, 'a plan is in force today')
}

async function checkDead({ union }: Store): Promise<Check> {
  const count = await union.inbox.count({ where: { state: 'dead' } })
  return count === 0
    ? fine('không có tin nào phải để riêng', 'no event was set aside')
    : wrong(
        `${count} tin không xử lý được: xem "dead-letters", sửa nguyên nhân rồi "dead-letters replay --all"`,
        `${count} events were set aside: see "dead-letters", then "dead-letters replay --all"`,
      )
}

async function checkOutbox({ union, vault }: Store, now: Date): Promise<Check> {
  const where = {
    channel: { notIn: FETCHED },
    state: { in: ['waiting', 'sending'] },
    notBefore: { lt: new Date(now.getTime() - STUCK_MS) },
  }
  const count = (await union.outbox.count({ where })) + (await vault.vaultOutbox.count({ where }))
  return count === 0
    ? fine('không có tin nào bị kẹt khi gửi', 'no message is stuck')
    : wrong(
        `${count} tin chờ gửi quá 10 phút: trợ lý có đang chạy không, mạng có ra được không`,
        `${count} messages have waited for over 10 minutes: is the bot running, is the network up`,
      )
}

/** The sealer runs with the bot: what was done last, and what a command has just written, is the tail. */
async function checkAudit(store: Store): Promise<readonly Check[]> {
  const checks: Check[] = []
  for (const chain of auditChains(store)) {
    const { name, sealed, unsealed, broken } = await verifyAudit(chain)
    const where = name === 'vault' ? 'nhật ký câu lạc bộ' : 'nhật ký của Hội'
    checks.push(
      broken.length === 0
        ? fine(
            `${where}: ${sealed} dòng đã niêm, ${unsealed} dòng chưa`,
            `the audit of ${name} is whole: ${sealed} sealed, ${unsealed} not yet`,
          )
        : wrong(
            `${where}: ${broken.length} chỗ bị sửa hoặc mất (từ chỗ ${broken[0]}): giữ nguyên máy, báo người phụ trách an toàn thông tin`,
            `the audit of ${name} was changed or cut at ${broken.length} places, from ${broken[0]} on: touch nothing, call who is responsible for security`,
          ),
    )
  }
  return checks
}

async function checkBackup({ union }: Store, now: Date): Promise<Check> {
  const row = await union.setting.findUnique({ where: { key: 'lastBackup' } })
  const at = lastAt(row?.value)
  const how = 'npm run -s cli -- backup TỆP --recipient age1…'
  if (at === undefined) return wrong(`chưa sao lưu lần nào: chạy "${how}"`, 'there was never a backup: run the same')
  const hours = Math.floor((now.getTime() - at) / 3600_000)
  return now.getTime() - at > BACKUP_MS
    ? wrong(`sao lưu lần cuối ${hours} giờ trước: chạy "${how}" mỗi ngày`, 'the last backup is old: run it daily')
    : fine(`sao lưu ${hours} giờ trước`, 'the last backup is recent')
}

function lastAt(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !('at' in value) || typeof value.at !== 'string') return undefined
  const at = Date.parse(value.at)
  return Number.isNaN(at) ? undefined : at
}
