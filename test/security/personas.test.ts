import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, startTestBot, type TestBot } from '../support/bot.ts'

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ at: '2026-11-10T09:00' })
})
afterAll(() => bot.stop())

/** Every value of every row of a schema, as text. What is in both schemas is a join somebody could make. */
async function valuesOf(schema: string): Promise<ReadonlySet<string>> {
  const client = new Client({ connectionString: bot.ownerUrl })
  await client.connect()
  try {
    const tables = await client.query<{ name: string }>(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = $1',
      [schema],
    )
    const values = new Set<string>()
    for (const { name } of tables.rows) {
      const { rows } = await client.query<Record<string, unknown>>(`SELECT * FROM ${schema}."${name}"`)
      for (const value of rows.flatMap((row) => Object.values(row))) {
        const text = Buffer.isBuffer(value) ? value.toString('hex') : typeof value === 'string' ? value : ''
        // Words of a closed set, days and short numbers are shared by everybody; what names one person is long.
        if (text.length >= 12) values.add(text)
      }
    }
    return values
  } finally {
    await client.end()
  }
}

test('an officer who asks for herself is two persons that nothing joins, in data and on the screen', async () => {
  const officer = 'officer-1'
  const before = await valuesOf('public')
  await ask(bot, officer, 'chồng tôi hay chửi và giữ hết lương của tôi')
  await bot.say(officer, 'thoát')
  await bot.say(officer, 'báo cáo')
  const [open, kept] = [await valuesOf('public'), await valuesOf('vault')]
  expect([...open].filter((value) => kept.has(value) && !before.has(value))).toEqual([])
  const person = await bot.store.union.conversation.findFirstOrThrow({ where: { personId: { contains: officer } } })
  expect(kept.has(person.id)).toBe(false)
  expect(kept.has(String(person.personId))).toBe(false)
  expect(kept.has(Buffer.from(person.lane).toString('hex'))).toBe(false)
  const shown = bot.seen(officer).at(-1)?.text ?? ''
  expect(shown).not.toMatch(/Mã riêng|Muộn nhất|khóa kín/)
})

test('what she wrote as a woman is in no screen of a leader, an administrator or another officer', async () => {
  for (const [who, what] of [
    ['leader', 'tiến độ'],
    ['admin', 'quản trị'],
    ['officer-2', 'đơn vị tôi'],
  ] as const) {
    await bot.say(who, what)
    expect(JSON.stringify(bot.seen(who))).not.toMatch(/giữ hết lương|CA-/)
  }
})
