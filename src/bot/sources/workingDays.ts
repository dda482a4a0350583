import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { isLocalDate } from '../../domain/calendar.ts'
import type { WorkingCalendar } from '../../domain/case/promise.ts'
import { StartError } from '../start/startError.ts'

const days = z.array(z.string().refine(isLocalDate, 'YYYY-MM-DD'))
const schema = z.strictObject({ off: days, half: days, extra: days })

/** The working calendar, as data: the clock of promises and of automatic acceptance. */
export async function loadCalendar(dir: string): Promise<WorkingCalendar> {
  const file = path.join(dir, 'working-days.yaml')
  const raw: unknown = parse(await readFile(file, 'utf8'), { schema: 'failsafe' })
  const read = schema.safeParse(raw)
  if (read.success)
    return {
      off: read.data.off.filter(isLocalDate),
      half: read.data.half.filter(isLocalDate),
      extra: read.data.extra.filter(isLocalDate),
    }
  const issue = read.error.issues[0]
  const where = issue?.path.join('.') ?? '?'
  throw new StartError({
    vi: `Lịch làm việc ${file} có chỗ sai: ${where}. Mỗi ngày viết dạng 2026-04-30.`,
    en: `The working calendar ${file} is wrong at ${where}. Write each day as 2026-04-30.`,
  })
}
