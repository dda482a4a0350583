import { dateOf, instant, type LocalDate, periodOf, periodRange } from '../../domain/calendar.ts'
import { type UnitId, unitId } from '../../domain/ids.ts'
import type { Register, UnitVersion } from '../../domain/unit/unit.ts'
import { StartError } from '../start/startError.ts'
import { writeRegister } from '../store/register.ts'
import type { Store } from '../store/store.ts'
import { inviteAtServer } from '../store/union/invitations.ts'
import { audit } from '../store/union/perform.ts'

export interface Beginning {
  readonly name: string
  readonly unit: UnitId
  /** The first day of the province in the register. */
  readonly from: LocalDate
  readonly now: Date
}

/** The two boards of the plan: they receive and compile, and are in no denominator. */
const BOARDS: readonly (readonly [string, string])[] = [
  ['ban-tgcslp', 'Ban Tuyên giáo – Chính sách Luật pháp'],
  ['ban-xdtc', 'Ban Xây dựng Tổ chức Hội – Văn phòng'],
]

/** Makes an empty province of a database that holds nothing yet; answers the codes of its first two administrators. */
export async function beginInstallation(store: Store, beginning: Beginning): Promise<readonly string[]> {
  const { unit, now } = beginning
  return await store.union.$transaction(async (tx) => {
    // The lock of installDemo: a demonstration and a province never begin in the same database.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(7270736901)`
    const kind = await tx.setting.findUnique({ where: { key: 'kind' } })
    if (kind !== null) throw begun(kind.value === 'demo')
    await writeRegister(tx, firstRegister(beginning))
    await tx.setting.create({ data: { key: 'kind', value: 'real' } })
    await audit(tx, { actor: 'server', act: 'init', subject: unit, now })
    const codes: string[] = []
    for (const name of ['Quản trị 1', 'Quản trị 2'])
      codes.push(await inviteAtServer(store, tx, { role: 'admin', unit, name, now }))
    return codes
  })
}

function firstRegister({ name, unit, from }: Beginning): Register {
  const province: UnitVersion = { unit, name, level: 'province', from }
  const boards = BOARDS.map(
    ([id, title]): UnitVersion => ({ unit: unitId(id), name: title, level: 'board', parent: unit, from }),
  )
  return { versions: [province, ...boards], lineage: [] }
}

/** The first day of the year: reports of the year that has begun find their units. */
export const firstDay = (now: Date): LocalDate => periodRange(periodOf('year', dateOf(instant(now.getTime())))).from

const begun = (demo: boolean): StartError =>
  demo
    ? new StartError({
        vi: 'Dữ liệu này là bản minh họa và không bao giờ thành dữ liệu thật. Hãy chọn một DATA_DIR (hoặc DATABASE_URL) mới, còn trống, rồi chạy lại init.',
        en: 'These data are a demonstration and never become real. Choose a new, empty DATA_DIR (or DATABASE_URL) and run init again.',
      })
    : new StartError({
        vi: 'Tỉnh này đã được khởi tạo rồi; init không chạy lần hai. Cần mã mời mới thì chạy: npm run -s cli -- invite --role admin --unit …',
        en: 'This province has already begun; init does not run twice. For another code run: npm run -s cli -- invite --role admin --unit …',
      })
