import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Out } from '../../src/bot/channel.ts'
import { startTestBot, type TestBot } from '../support/bot.ts'

/** Each help, where she stands: all that it names in «…» is typed there, exactly so, and is understood. */
let bot: TestBot

beforeAll(async () => {
  bot = await startTestBot({ at: '2022-06-15T09:00' })
}, 60_000)

afterAll(async () => {
  await bot.stop()
})

const SENT = 'truyền thông nhóm 14/6 đất đai 2 cuộc 60 người 30 nữ'
/** What she reads where a word was not understood, is not hers, or was written down as an answer. */
const NOT_UNDERSTOOD =
  /Em chưa hiểu|Em chưa rõ|Em cần |Em chưa đọc được|chưa được xem mục này|chưa gửi cho ai|nút cũ|Em ghi đúng như vậy|Em chưa có lời giải thích/

const PLACES: Readonly<Record<string, { readonly who: string; readonly way: readonly string[] }>> = {
  'an officer at home': { who: 'officer-1', way: ['menu'] },
  'an officer at a text': { who: 'officer-1', way: ['hủy', 'menu', 'giám sát'] },
  'an officer at a choice': { who: 'officer-1', way: ['hủy', 'menu', 'tuyên truyền'] },
  'an officer at an optional question': {
    who: 'officer-1',
    way: ['hủy', 'menu', 'tuyên truyền', 'nói chuyện', 'hôm qua', 'đất đai', '1', '45', '30'],
  },
  'an officer at the summary': { who: 'officer-1', way: ['hủy', 'menu', SENT] },
  'an officer at her report': { who: 'officer-2', way: ['hủy', 'menu', SENT, 'gửi', 'menu', 'sửa báo cáo', '1'] },
  'a leader': { who: 'leader', way: ['menu'] },
  'an administrator': { who: 'admin', way: ['menu'] },
  'a visitor': { who: 'new:khach', way: ['menu'] },
  'a counsellor at her desk': { who: 'counsellor-1', way: ['tư vấn', 'bàn tư vấn'] },
  'the head of the club': { who: 'head', way: ['tư vấn', 'bàn tư vấn'] },
  'a woman at the door': { who: 'new:chi', way: ['thoát', 'hỏi riêng'] },
  'a woman before she agrees': { who: 'new:chi', way: ['thoát', 'hỏi riêng', 'tiện'] },
}

const textOf = (outs: readonly Out[]): string => outs.map(({ text }) => text).join('\n')

async function go({ who, way }: { readonly who: string; readonly way: readonly string[] }): Promise<void> {
  for (const said of way) await bot.say(who, said)
}

describe.each(Object.entries(PLACES))('%s', (_, at) => {
  test('hears all that the help names', async () => {
    await go(at)
    const help = textOf(await bot.say(at.who, 'trợ giúp'))
    expect(help).toMatch(/11[35]/)
    const named = [...help.matchAll(/«([^»]+)»/gu)].flatMap(([, one]) => one ?? [])
    expect(named.length).toBeGreaterThan(0)
    const wrong: string[] = []
    for (const one of named) {
      await go(at)
      await bot.say(at.who, 'trợ giúp')
      const heard = textOf(await bot.say(at.who, one))
      if (heard === '' || NOT_UNDERSTOOD.test(heard)) wrong.push(`${one} → ${heard}`)
    }
    expect(wrong).toEqual([])
  })
})

test('what came new is told again when it is asked for', async () => {
  await bot.say('officer-4', 'menu')
  expect(textOf(await bot.say('officer-4', 'có gì mới'))).toContain('Trong 7 ngày qua không có gì mới')
  await bot.say('officer-4', SENT)
  await bot.say('officer-4', 'gửi')
  const told = textOf(await bot.say('leader-district', 'có gì mới không'))
  expect(told).toContain('báo cáo mới các đơn vị gửi lên')
  expect(textOf(await bot.say('leader-district', 'có gì mới'))).toContain('báo cáo mới các đơn vị gửi lên')
})
