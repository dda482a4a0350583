import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Inbound } from '../../src/bot/channel.ts'
import { ACTIONS, CLUB_ROLES, isClubRole, may, type Relation, type Role, UNION_ROLES } from '../../src/domain/access.ts'
import { localDate } from '../../src/domain/calendar.ts'
import { personId, reportId, unitId } from '../../src/domain/ids.ts'
import { startReport } from '../../src/bot/store/union/reportEvents.ts'
import { ask, startTestBot, takeFirst, type TestBot, text, together } from '../support/bot.ts'

/** How each stands to the units that hold a report: her role, and her unit in the tree of 2026. */
const UNITS = ['tinh', 'xa-1', 'xa-2', 'xa-10'] as const
const ROLES: Readonly<Record<string, Role>> = {
  visitor: 'visitor',
  'officer-1': 'officer',
  'officer-province': 'officer',
  leader: 'leader',
  'officer-4': 'leader',
  admin: 'admin',
  'counsellor-1': 'counsellor',
  'counsellor-2': 'counsellor',
  head: 'clubHead',
  'province-duty': 'provinceDuty',
  'woman-taken': 'woman',
  'woman-waiting': 'woman',
}
const UNIT_OF: Readonly<Record<string, string>> = {
  'officer-1': 'xa-1',
  'officer-province': 'tinh',
  leader: 'tinh',
  'officer-4': 'xa-10',
  admin: 'tinh',
}
const KEYS = Object.keys(ROLES)
const OF_UNION = KEYS.filter((key) => ['visitor', 'officer', 'leader', 'admin'].includes(ROLES[key] ?? ''))

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-10T09:00' })
  await bot.store.union.grant.update({ where: { id: 'demo-officer-4-g' }, data: { role: 'leader' } })
  const form = bot.app.plans.formOn(localDate('2026-11-10'), 'F-SUP')
  if (form === undefined) throw new Error('no such form')
  await bot.store.union.$transaction(async (tx) => {
    for (const unit of UNITS)
      await startReport(tx, {
        id: reportId(`report-${unit}`),
        code: `SUP-${unit}`,
        form: form.id,
        formVersion: form.version,
        unit: unitId(unit),
        jointUnits: [],
        eventDate: localDate('2026-11-02'),
        none: false,
        answers: { [form.mainText]: `BAOCAO(${unit})` },
        by: personId('demo-officer-1'),
        now: bot.clock.now(),
      })
  })
  await ask(bot, 'woman-taken', 'tôi muốn ly hôn KANARI-A')
  await takeFirst(bot, 'counsellor-1')
  await bot.say('counsellor-1', 'trả lời KANARI-C')
  await ask(bot, 'woman-waiting', 'tôi hỏi chuyện chia đất KANARI-B')
  await together(bot, CRAWLERS, (key) => text(verbs(key)[0] ?? ''))
  await crawl()
}, 240_000)
afterAll(() => bot.stop())

/** These take a case, or erase what the test needs: pressed only by whom it is about. */
const KEPT_OFF =
  /^CA-|Nhận ca|Nhận tin|Xóa|Thoát|Đóng ca|Việc khác của Hội|Hỏi riêng|Hỏi cho riêng|Thu hồi|Đồng ý|●|^Báo cáo/
const VERBS = 'menu,trợ giúp,quay lại,để sau,hủy,tiếp tục,gỡ kẹt,đơn vị tôi,tiến độ,bản tin,quản trị,mã mời,1,2'.split(
  ',',
)
const VERBS_OF_CLUB = ['bàn tư vấn', 'hàng chờ', 'ca của tôi', 'menu']
/** Straight to the reports of the unit that each may be interested in; what is refused is refused. */
const WALKS: Readonly<Record<string, readonly string[]>> = {
  'officer-1': ['đơn vị tôi', 'Các báo cáo', '02/11'],
  'officer-province': ['đơn vị tôi', 'Các báo cáo', '02/11'],
  'officer-4': ['tiến độ', 'Các báo cáo', '02/11'],
  leader: ['tiến độ', 'Đơn vị bên dưới', 'xã Phú An', 'Các báo cáo', '02/11'],
}
const STEPS = 25
const CRAWLERS = KEYS.slice(0, 10)

/** Everybody presses what she has not pressed yet, and now and then types a word that works anywhere. */
async function crawl(): Promise<void> {
  for (const [key, walk] of Object.entries(WALKS)) {
    const [verb = '', ...labels] = walk
    await bot.say(key, verb)
    for (const label of labels) await bot.press(key, label)
  }
  const pressed = new Map(KEYS.map((key) => [key, new Set<string>()]))
  for (let n = 0; n < STEPS; n++)
    await together(bot, CRAWLERS, (key): Inbound => {
      const done = pressed.get(key) ?? new Set()
      const last = bot.seen(key).at(-1)?.buttons ?? []
      const button = last.find((one) => !done.has(one.label) && !KEPT_OFF.test(one.label))
      if (button === undefined) return text(verbs(key)[n % verbs(key).length] ?? '')
      done.add(button.label)
      return { kind: 'press', token: button.token }
    })
  for (const name of ['Hội LHPN tỉnh Khê Giang', 'xã Bình Hòa', 'xã Khê Trung'])
    for (const words of ['tiến độ', name]) await together(bot, OF_UNION, () => text(words))
  for (const n of VERBS.keys()) await together(bot, CRAWLERS, (key) => text(verbs(key)[n % verbs(key).length] ?? ''))
}

const verbs = (key: string): readonly string[] => (isClubRole(ROLES[key] ?? '') ? VERBS_OF_CLUB : VERBS)

const told = (key: string): string =>
  bot
    .seen(key)
    .map((one) => `${one.text}\n${one.buttons.map((button) => button.label).join('\n')}`)
    .join('\n')

test('the talks went far enough to mean something', () => {
  expect(bot.log).toEqual([])
  expect(CRAWLERS.filter((key) => new Set(bot.seen(key).map((one) => one.text)).size < 4)).toEqual([])
  expect(told('officer-1')).toContain('BAOCAO(xa-1)')
  expect(told('officer-4')).toContain('BAOCAO(xa-10)')
  expect(told('leader')).toContain('BAOCAO(xa-1)')
  expect(told('counsellor-1')).toContain('KANARI-A')
  expect(told('head')).toContain('CA-')
})

test.each(OF_UNION)('%s sees no word, alias or count of counselling', (key) => {
  expect(told(key)).not.toMatch(/KANARI|\bCA-[0-9A-Z]{5}|Hàng chờ|Bàn tư vấn|Nhận ca|tin khẩn/)
})

test('nobody of the club reads a case that is not hers', () => {
  for (const key of ['counsellor-2', 'head', 'province-duty']) expect(told(key)).not.toContain('KANARI')
  // Called to an alarm alone: no code and no count of any other case.
  expect(told('province-duty')).not.toMatch(/\bCA-|chờ: [1-9]/)
  expect(told('counsellor-1')).not.toContain('KANARI-B')
})

test("a woman sees no other woman's words, and no report", () => {
  expect(told('woman-taken')).not.toMatch(/KANARI-B|BAOCAO/)
  expect(told('woman-waiting')).not.toMatch(/KANARI-[AC]|BAOCAO/)
})

const relationOf = (key: string, unit: string): Relation =>
  UNIT_OF[key] === unit ? 'own' : UNIT_OF[key] === 'tinh' ? 'below' : 'other'

test.each(KEYS)('%s reads the reports that the table of rights allows and no other', (key) => {
  const role = ROLES[key] ?? 'visitor'
  const forbidden = UNITS.filter((unit) => !may([role], 'report.read', relationOf(key, unit)))
  expect(forbidden.filter((unit) => told(key).includes(`BAOCAO(${unit})`))).toEqual([])
})

test('the figures of a unit are shown to those alone whom the table of rights allows', () => {
  const heads = /Tiến độ – (.*)/g
  const name = 'Hội LHPN xã Phú An'
  const units = (key: string): readonly string[] => [
    ...new Set([...told(key).matchAll(heads)].map((match) => match[1] ?? '')),
  ]
  expect(units('officer-1')).toEqual([name])
  expect(units('officer-4')).toEqual([name])
  expect(units('leader').length).toBeGreaterThan(0)
  for (const key of ['visitor', 'admin', 'counsellor-1', 'counsellor-2', 'head', 'province-duty', 'woman-taken'])
    expect([key, units(key)]).toEqual([key, []])
})

test('roles of the Union and of the club share no action, and what is unknown is refused', () => {
  const RELATIONS: readonly Relation[] = ['own', 'below', 'other']
  for (const action of ACTIONS) {
    const allowed = (roles: readonly Role[]): boolean =>
      roles.some((role) => RELATIONS.some((relation) => may([role], action, relation)))
    expect([action, allowed(UNION_ROLES) && allowed([...CLUB_ROLES, 'woman'])]).toEqual([action, false])
    expect(may([], action, 'own')).toBe(false)
  }
  const open = ACTIONS.filter((action) => RELATIONS.some((relation) => may(['visitor'], action, relation)))
  expect(open).toEqual(['case.open'])
})
