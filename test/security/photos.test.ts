import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileId } from '../../src/domain/ids.ts'
import { agree, ask, HOUR, startTestBot, takeFirst, type TestBot } from '../support/bot.ts'
import { formsOf, hits } from '../support/leaks.ts'
import { aPhoto } from '../support/photo.ts'

const HIDDEN = { name: 'exif', forms: formsOf('Kãnărĩ GPS 21.03') }
let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-10T09:00' })
})
afterAll(() => bot.stop())

const folder = (): readonly string[] => readdirSync(path.join(bot.dataDir, 'files'))
const send = async (from: string): Promise<void> => {
  const saved = await bot.app.files.save({ bytes: await aPhoto('Kãnărĩ GPS 21.03'), name: 'Kãnărĩ GPS 21.03.jpg' })
  await bot.hear(from, saved)
}

test('with her yes the counsellor gets it without what was hidden in it, and erasing takes it away', async () => {
  await ask(bot, 'new:c', 'Tôi hỏi về đất')
  await send('new:c')
  await bot.press('new:c', 'Gửi ảnh')
  expect(folder()).toEqual([])
  const [row] = await bot.store.vault.caseFile.findMany()
  expect(row).toBeDefined()
  await takeFirst(bot, 'counsellor-1')
  const [id = ''] = shownTo('counsellor-1')
  const shown = await bot.app.files.read(fileId(id))
  expect(shown?.mime).toBe('image/jpeg')
  expect(hits(Buffer.from(shown?.bytes ?? []), [HIDDEN])).toEqual([])
  expect(hits(Buffer.from(JSON.stringify(bot.seen('counsellor-1'))), [HIDDEN])).toEqual([])
  await bot.press('new:c', 'Xóa')
  await bot.press('new:c', 'Xóa hết')
  expect(await bot.store.vault.caseFile.count()).toBe(0)
  expect(await bot.app.files.read(fileId(id))).toBeUndefined()
})

test('a photo without her yes stays nowhere: before consent, refused, left behind, forgotten, or sent by a counsellor', async () => {
  await agree(bot, 'new:a')
  await send('new:a')
  await bot.say('new:a', 'Tôi hỏi về đất')
  await send('new:a')
  expect(folder()).toHaveLength(1)
  await bot.press('new:a', 'Không gửi')
  expect(folder()).toEqual([])
  await send('new:a')
  await bot.say('new:a', 'thoát')
  expect(folder()).toEqual([])
  await send('counsellor-1')
  await send('officer-1')
  expect(folder()).toEqual([])
  await ask(bot, 'new:b', 'Tôi hỏi về đất')
  await send('new:b')
  bot.clock.move(26 * HOUR)
  await bot.settle()
  expect(folder()).toEqual([])
  expect(await bot.store.union.file.count()).toBe(0)
  expect(await bot.store.vault.caseFile.count()).toBe(0)
})

const shownTo = (key: string): readonly string[] => bot.seen(key).flatMap((one) => one.files)
