import {
  addDays,
  dateOf,
  dayOfMonth,
  type Instant,
  type LocalDate,
  monthOf,
  startOfWeek,
  yearOf,
} from '../../../domain/calendar.ts'

/** What one sees after leaving in haste: the calendar of the month, of no interest to anyone, and our own. */
export function calendarPage(now: Instant): string {
  const today = dateOf(now)
  const month = `Tháng ${monthOf(today)} năm ${yearOf(today)}`
  const rows = weeksOf(today).map((week) => `<tr>${week.map((date) => cell(date, today)).join('')}</tr>`)
  return `<!doctype html>
<html lang="vi" translate="no">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Lịch ${month.toLowerCase()}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/calendar.css">
</head>
<body>
<main>
<h1>${month}</h1>
<table>
<thead><tr>${dayNames.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</main>
</body>
</html>
`
}

const dayNames = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN']

function weeksOf(today: LocalDate): readonly (readonly LocalDate[])[] {
  const first = startOfWeek(addDays(today, 1 - dayOfMonth(today)))
  const weeks = [0, 1, 2, 3, 4, 5].map((week) => [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(first, week * 7 + day)))
  return weeks.filter((week) => week.some((date) => monthOf(date) === monthOf(today)))
}

function cell(date: LocalDate, today: LocalDate): string {
  const day = dayOfMonth(date)
  if (monthOf(date) !== monthOf(today)) return '<td></td>'
  return date === today ? `<td aria-current="date"><strong>${day}</strong></td>` : `<td>${day}</td>`
}
