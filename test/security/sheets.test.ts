import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { agree, startTestBot, type TestBot } from '../support/bot.ts'

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-10T09:00' })
}, 120_000)
afterAll(() => bot.stop())
beforeEach(() => bot.clock.set('2026-11-10T09:00'))

let woman = 0
/** What a new visitor is offered for these words. */
async function looked(words: string): Promise<readonly string[]> {
  const shown = await bot.say(`w-${woman++}`, `tra cứu ${words}`)
  return shown.flatMap((one) => one.buttons.map((button) => button.label))
}

/** The head goes to this sheet and does this with it. */
async function judge(id: string, act: 'Duyệt phiếu này' | 'Rút lại', page = 0): Promise<string> {
  await bot.say('head', 'Bàn tư vấn')
  await bot.press('head', 'Phiếu pháp luật')
  for (let n = 0; n < page; n++) await bot.press('head', 'Trang sau')
  await bot.press('head', id)
  return (await bot.press('head', act)).map((one) => one.text).join('\n')
}

const WORDS = 'giành quyền nuôi con'
const TITLE = 'Ai được nuôi con'

test('an approved sheet is found; taken back it reaches nobody; approved anew it is found again; all is audited', async () => {
  expect(await looked(WORDS)).toContain(TITLE)
  const audited = await bot.store.vault.vaultAudit.count({ where: { act: { startsWith: 'sheet.' } } })
  await judge('FS-12', 'Rút lại', 1)
  expect(await looked(WORDS)).not.toContain(TITLE)
  await judge('FS-12', 'Duyệt phiếu này')
  expect(await looked(WORDS)).toContain(TITLE)
  const acts = await bot.store.vault.vaultAudit.findMany({
    where: { act: { startsWith: 'sheet.' } },
    orderBy: { id: 'asc' },
    skip: audited,
  })
  expect(acts.map((one) => [one.actor, one.act, one.subject.slice(0, 5)])).toEqual([
    ['demo-head', 'sheet.revoked', 'FS-12'],
    ['demo-head', 'sheet.approved', 'FS-12'],
  ])
})

test('a button shown before the sheet was taken back opens it no more', async () => {
  await bot.say('late', `tra cứu ${WORDS}`)
  await judge('FS-12', 'Rút lại', 1)
  const [shown] = await bot.press('late', TITLE)
  expect(shown?.text).toContain('rút lại để kiểm tra')
  expect(shown?.text).not.toContain('36 tháng')
  expect(shown?.buttons.map((one) => one.label)).toContain('Hỏi tư vấn viên')
  await judge('FS-12', 'Duyệt phiếu này')
})

test('edited, never approved or past its day: no woman is shown it', async () => {
  const was = await bot.store.vault.sheetEvent.findFirstOrThrow({ where: { sheet: 'FS-13' }, orderBy: { id: 'desc' } })
  const { id: _id, ...row } = was
  const titles = async (): Promise<boolean> => (await looked('cấp dưỡng nuôi con')).includes('Tiền cấp dưỡng nuôi con')
  expect(await titles()).toBe(true)
  await bot.store.vault.sheetEvent.create({ data: { ...row, print: 'another text' } })
  expect(await titles()).toBe(false)
  await bot.store.vault.sheetEvent.create({ data: { ...row, until: '2026-11-09' } })
  expect(await titles()).toBe(false)
  await bot.store.vault.sheetEvent.create({ data: row })
  expect(await titles()).toBe(true)
  bot.clock.set('2027-07-01T09:00')
  expect(await titles()).toBe(false)
})

test('an approval cannot be changed or taken out of the table, not even by the vault', async () => {
  await expect(bot.store.vault.sheetEvent.deleteMany({})).rejects.toThrow(/denied/)
  await expect(bot.store.vault.sheetEvent.updateMany({ data: { act: 'approved' } })).rejects.toThrow(/denied/)
})

test('a counsellor has no such button, and the word does nothing for her', async () => {
  const desk = await bot.say('counsellor-1', 'Bàn tư vấn')
  expect(desk.flatMap((one) => one.buttons.map((button) => button.label))).not.toContain('Phiếu pháp luật')
  const said = await bot.say('counsellor-1', 'Phiếu pháp luật')
  expect(said.map((one) => one.text).join('\n')).not.toContain('FS-01')
})

test('in a demonstration every sheet says that its approval is invented and that no lawyer has looked', async () => {
  await bot.say('demo-reader', `tra cứu ${WORDS}`)
  const [shown] = await bot.press('demo-reader', TITLE)
  expect(shown?.text).toContain('(Minh họa)')
  expect(shown?.text).toContain('Chưa có luật sư nào kiểm tra')
})

test('words of danger while she reads go before everything, with no sheet beside', async () => {
  await bot.say('reader', 'tra cứu ly hôn')
  const shown = await bot.say('reader', 'cứu em với chồng đang cầm dao đuổi chém em')
  expect(shown[0]?.text).toContain('113')
  expect(shown.flatMap((one) => one.buttons.map((button) => button.label)).join()).not.toContain('Nộp đơn')
})

test('her question is sent whatever there is to read, and opens a case', async () => {
  const before = await bot.store.vault.case.count()
  await agree(bot, 'asker')
  const shown = await bot.say('asker', 'em muốn giành quyền nuôi con thì làm sao')
  expect(shown.flatMap((one) => one.buttons.map((button) => button.label))).toContain(TITLE)
  expect(await bot.store.vault.case.count()).toBe(before + 1)
})
