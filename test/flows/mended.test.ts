import { describe, expect, test } from 'vitest'
import { instant, MINUTE } from '../../src/domain/calendar.ts'
import { readInviteCode } from '../../src/domain/inviteCode.ts'
import { maskDetails, personalDetails } from '../../src/domain/case/personalDetails.ts'
import { problemsOf } from '../../src/domain/plan/checks.ts'
import type { Check, Field } from '../../src/domain/plan/form.ts'
import { readVerb } from '../../src/flows/union/verbs.ts'
import { aForm, aPlan } from '../support/builders.ts'
import { plan2022 } from '../support/plan2022.ts'
import { openForm, speak, startUnionTalk, type UnionTalk } from '../support/unionTalk.ts'
import { aCase, CASE, firstSaid, NOW, vaultPressed, vaultSaid } from '../support/vaultTalk.ts'

/** Copy to test/flows/bugs.test.ts. `[id]` presses, anything else is typed. */
function talkIn(form: string, said: readonly string[]): UnionTalk {
  const talk = startUnionTalk()
  openForm(talk, form)
  doAll(talk, said)
  return talk
}
function doAll(talk: UnionTalk, said: readonly string[]): void {
  for (const one of said) {
    if (one.startsWith('[')) talk.press(one.slice(1, -1))
    else talk.say(one)
  }
}
const send = (talk: UnionTalk): void => {
  doAll(talk, ['[send]'])
  if (talk.choices().includes('sendAnyway')) talk.press('sendAnyway')
}
const reportIn = (talk: UnionTalk) => [...talk.store.reports.values()][0]
const draftIn = (talk: UnionTalk) => [...talk.store.drafts.values()][0]
const aField = (id: string, kind: Field['kind'], given: Partial<Field> = {}): Field => ({
  id,
  kind,
  label: { vi: id },
  ask: { vi: id },
  optional: false,
  ...given,
})
function asking(fields: readonly Field[], checks: readonly Check[] = []): UnionTalk {
  const form = aForm('F-X', { eventDate: 'held_on', fields: [...fields, aField('end', 'text')], checks })
  const talk = startUnionTalk({ plans: [aPlan([], { forms: [form] })] })
  openForm(talk, 'F-X')
  return talk
}

describe('A. what is sent', () => {
  test('A4 an answer whose guard does not hold any more must not be sent: the name without consent', () => {
    const talk = talkIn('F-EXM', ['[v:individual]', '1', '[v:2022-06-15]', '[v:yes]', 'Nguyễn Thị Bí Mật', '[rest]'])
    doAll(talk, ['[edit]', '[f:consent]', '[v:no]'])
    send(talk)
    expect(reportIn(talk)?.answers['name']).toBeUndefined()
  })
  test('A5 the check of a record that blocks (a reply or a reason) must be obeyed', () => {
    const talk = talkIn('F-FBK', ['Dự thảo nghị quyết', 'UBND xã', '3', '1', '2', '[v:2022-06-15]', 'Vấn đề số một'])
    doAll(talk, ['[v:accepted_full]', '[skip]', '[skip]', '[skip]', '[enough]', '[rest]', '[send]'])
    const checks = plan2022.forms.find((one) => one.id === 'F-FBK')?.fields.find((one) => one.id === 'issues')?.checks
    const issues = reportIn(talk)?.answers['issues']
    expect(Array.isArray(issues) ? issues.flatMap((one) => problemsOf(checks ?? [], one)) : []).toEqual([])
  })
  test('A6 at a stage: back, «để sau», «tiếp tục», sent: an earlier answer must not be lost', () => {
    const talk = talkIn('F-SUP', ['Chính sách một', 'UBND', '1', '1', '[v:agreed_vff]', '[v:2022-06-15]', '[rest]'])
    send(talk)
    const report = reportIn(talk)
    if (report === undefined) throw new Error('nothing was sent')
    talk.stand({ at: 'report', report: report.id, back: { at: 'home' } }, ['s:agreed_vff'])
    talk.press('s:agreed_vff')
    if (talk.choices().includes('back')) doAll(talk, ['[back]', '[later]', 'tiếp tục'])
    if (talk.choices().includes('skip')) talk.press('skip')
    send(talk)
    expect(reportIn(talk)?.answers['reached']).toBe('agreed_vff')
  })
})

describe('B. questions', () => {
  test('B1 a link after files must keep the files', () => {
    const talk = asking([aField('f', 'evidence')])
    talk.sendFile('a')
    talk.say('https://x.example/abc')
    expect(draftIn(talk)?.answers['f']).toMatchObject({ value: { files: ['a'], links: ['https://x.example/abc'] } })
  })
  test('B2 several units can be named', () => {
    const talk = asking([aField('u', 'units')])
    talk.say('xã Lĩnh Sơn')
    talk.say('phường Lê Lợi')
    expect(draftIn(talk)?.answers['u']).toMatchObject({ value: ['xa-19', 'xa-29'] })
  })
  test('B3 a list of texts that goes up the line is searched for numbers of people', () => {
    const talk = asking([aField('l', 'textList', { noNames: true })])
    expect(talk.say('gọi chị Hoa 0912345678; việc hai').effects).toEqual([])
  })
  test('B4 a list of texts is not longer than its max', () => {
    expect(asking([aField('l', 'textList', { max: 2 })]).say('a; b; c').effects).toEqual([])
  })
  test('B7 «đúng rồi» to a doubt obeys a check that blocks', () => {
    const check: Check = { kind: 'atMost', field: 'women', than: 'all', severity: 'block' }
    const talk = asking([aField('all', 'number'), aField('women', 'number')], [check])
    doAll(talk, ['10', 'khoảng 50', '[sure]'])
    expect(draftIn(talk)?.answers['women']).toBeUndefined()
  })
  test('B8 after a doubt and a wrong answer the doubt is over', () => {
    const talk = asking([aField('n', 'number')])
    doAll(talk, ['khoảng 40', 'abc'])
    talk.back()
    expect(talk.choices()).not.toContain('sure')
  })
  test('B9 with last values offered, «Kỳ này không có» is there and «Quay lại» leads to the kinds', () => {
    const talk = talkIn('F-MTG', [
      '1',
      '[v:2022-06-15]',
      '1',
      '[v:yes]',
      '12/QC-BTV',
      '[v:2022-06-15]',
      '9/BB-BTV',
      '[rest]',
    ])
    send(talk)
    openForm(talk, 'F-MTG')
    expect(talk.choices()).toContain('none')
    talk.press('back')
    expect(talk.conversation().place.at).toBe('kinds')
  })
  test('B11 «gỡ kẹt» works', () => {
    expect(readVerb('gỡ kẹt', false)).toBe('stuck')
  })
})

describe('C. codes and numbers of people', () => {
  test.each(['Xin chào chị', 'chào cô giáo', 'báo cáo nhóm', 'em chào chị ạ', '0912345678'])(
    'C1 «%s» is no code',
    (said) => {
      expect(readInviteCode(said)).toBeUndefined()
    },
  )
  test('C2 a code that begins with MA is read', () => {
    expect(readInviteCode('MA3DE-FGHJK')).toBe('MA3DEFGHJK')
  })
  test.each(['nợ 120.000.000 đồng', 'vay 500 000 000 đ'])('C3 money is left alone: «%s»', (text) => {
    expect([personalDetails(text), maskDetails(text)]).toEqual([[], text])
  })
  test.each([
    '0912345678 0987654321',
    '0912345678-0987654321',
    'ngày 12-3 0912345678',
    'lúc 8 0912345678',
    '0912345678 5 người',
    'máy bàn 0236 3822 123',
  ])('C4 a phone number is found: «%s»', (text) => {
    expect(personalDetails(text)).toContain('phone')
    expect(maskDetails(text)).not.toContain('0912345678')
  })
})

describe('D. danger and old words', () => {
  const HELP = 'cứu em với, chồng đang cầm dao đuổi chém em'

  test('D1 a message that was cut is searched for danger too (private room)', () => {
    expect(firstSaid(vaultSaid({ place: { at: 'door' } }, HELP, { cut: true }))).toContain('113')
  })
  test('D2 after long silence «an toàn» at the danger card does not reopen a case without its word', () => {
    const place = { at: 'danger' as const, alarm: 'a1', back: { at: 'case' as const, id: CASE } }
    const heardAt = instant(NOW - 300 * MINUTE)
    expect(vaultPressed({ place, found: aCase({ hasCodeWord: true }), heardAt }, 'safe').conversation.place.at).toBe(
      'door',
    )
  })
  test('D3 new words of danger at the danger question of an officer show the numbers again', () => {
    const talk = startUnionTalk({
      store: {
        drafts: new Map(),
        reports: new Map(),
        answer: () => ({ need: 'drafts', drafts: [] }),
        perform: () => {},
      },
    })
    talk.say(HELP)
    expect(talk.say('nó đang đập phá cửa, cứu với').says[0]?.lines.map(speak).join('\n')).toContain('113')
  })
})
