import { addDays, type LocalDate } from '../../src/domain/calendar.ts'
import type { Answers, Form, Value } from '../../src/domain/plan/form.ts'
import type { Dice } from './dice.ts'
import { word } from './word.ts'

/** How a dossier goes on: the stage that is added, and all answers as they stand after it. */
export function nextStage(
  form: Form,
  answers: Answers,
  today: LocalDate,
  dice: Dice,
): { readonly id: string; readonly answers: Answers } | undefined {
  const day = addDays(today, -1)
  const after = (id: string, changes: Answers) => ({ id, answers: { ...answers, ...changes } })
  switch (form.id) {
    case 'F-FBK': {
      const issues = answers['issues']
      return Array.isArray(issues)
        ? after('answered', { issues: issues.map((one) => answered(one, day, dice)) })
        : undefined
    }
    case 'F-SUP': {
      if (answers['concluded_on'] !== undefined) return undefined
      const before = answers['recommendations']
      const recommendations = typeof before === 'number' ? before : 1 + dice.roll(6)
      const told = dice.roll(recommendations + 1)
      const accepted = told === 0 ? {} : { accepted: dice.roll(told + 1) }
      const conducted = answers['conducted_on'] ?? day
      const conclusion = { symbol: `${1 + dice.roll(90)}/KL-BTV`, date: today }
      return after('concluded', {
        reached: 'concluded',
        conducted_on: conducted,
        concluded_on: today,
        conclusion_doc: conclusion,
        recommendations,
        ...(recommendations === 0 ? {} : { answered: told, ...accepted }),
      })
    }
    case 'F-PET':
      return answers['closed_on'] === undefined
        ? after('closed', { action: 'answered', closed_on: today, result: `Đã trả lời, lần ${dice.roll(90)}` })
        : undefined
    case 'F-ISS':
      return answers['replied_on'] === undefined
        ? after('answered', { reply_status: dice.pick(['accepted', 'explained', 'rejected']), replied_on: today })
        : undefined
    default:
      return undefined
  }
}

function answered(record: unknown, day: LocalDate, dice: Dice): Answers {
  const text: Value = typeof record === 'object' && record !== null && 'text' in record ? word(record.text) : ''
  const status = dice.pick(['accepted_full', 'accepted_part', 'rejected'])
  return { text, status, reason: `Căn cứ số ${1 + dice.roll(90)} của văn bản trả lời`, decided_on: day }
}
