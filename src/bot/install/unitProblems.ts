export type Column = 'id' | 'code' | 'name' | 'level' | 'parent' | 'from' | 'to' | 'grassroots'

/** How a column is called in a message; the first heading that is understood, too. */
export const COLUMN_WORDS: Readonly<Record<Column, string>> = {
  id: 'id',
  code: 'mã',
  name: 'tên',
  level: 'cấp',
  parent: 'đơn vị cấp trên',
  from: 'từ ngày',
  to: 'đến ngày',
  grassroots: 'cơ sở',
}

export type Problem =
  | 'missingColumn'
  | 'sameColumn'
  | 'empty'
  | 'formula'
  | 'badId'
  | 'badLevel'
  | 'badDate'
  | 'badGrassroots'
  | 'endsBeforeItBegins'
  | 'duplicate'
  | 'sameCode'
  | 'unknownParent'
  | 'ambiguousParent'
  | 'parentNeeded'
  | 'provinceHasParent'
  | 'parentLevel'
  | 'cycle'
  | 'sameName'
  | 'otherProvince'
  | 'changeNeedsDate'
  | 'versionExists'
  | 'overlap'
  | 'outlivesParent'

export interface RowProblem {
  /** As the spreadsheet numbers its rows, from 1. */
  readonly row: number
  readonly column: Column
  readonly problem: Problem
  /** What stands there. */
  readonly value: string
  /** What else helps to mend it: the ids to choose from, the version that is there. */
  readonly hint?: string
}

/** «value» is what stands in the cell, {hint} what helps. Vietnamese, then English: what is wrong and what to write instead. */
const WORDS: Readonly<Record<Problem, readonly [string, string]>> = {
  missingColumn: ['thiếu cột này. Thêm một cột tên «{column}»', 'this column is missing. Add one headed so'],
  sameColumn: ['có hai cột cùng nghĩa «{value}». Chỉ giữ một', 'two columns mean the same. Keep one'],
  empty: ['còn trống. Ghi vào ô này', 'is empty. Fill it in'],
  formula: ['«{value}» là công thức. Ghi chữ thường', 'is a formula. Write plain text'],
  badId: [
    '«{value}» không dùng được. Chỉ chữ không dấu, số, dấu - và _',
    'letters without accents, digits, - and _ only',
  ],
  badLevel: [
    '«{value}» không phải một cấp. Ghi: tỉnh, huyện, xã, phường, trực thuộc hoặc ban',
    'is no level. Write province, district, commune, affiliated or board',
  ],
  badDate: ['«{value}» không phải một ngày. Ghi như 01/07/2025', 'is no date. Write it like 2025-07-01'],
  badGrassroots: ['«{value}» không rõ. Ghi có hoặc không', 'is unclear. Write yes or no'],
  endsBeforeItBegins: [
    '«{value}» trước ngày bắt đầu. Sửa một trong hai ngày',
    'is before the first day. Mend one of the two',
  ],
  duplicate: [
    'trùng với dòng {hint}. Xóa một dòng, hoặc ghi «từ ngày» khác nhau nếu là hai giai đoạn',
    'is the same as row {hint}. Delete one, or give different first days',
  ],
  sameCode: [
    'mã «{value}» đã là của {hint}. Mã không bao giờ dùng lại: kiểm tra lại',
    'this code is that of {hint}; codes are never used again',
  ],
  unknownParent: [
    'không có đơn vị «{value}» trong tệp hay trong dữ liệu. Ghi id, mã hoặc tên đúng',
    'no such unit in the file or in the data. Give its id, code or exact name',
  ],
  ambiguousParent: [
    'có nhiều đơn vị tên «{value}». Ghi id: {hint}',
    'several units have this name. Give the id: {hint}',
  ],
  parentNeeded: [
    'còn trống và có nhiều tỉnh ({hint}). Ghi id đơn vị cấp trên',
    'is empty and there are several provinces ({hint})',
  ],
  provinceHasParent: ['cấp tỉnh không có đơn vị cấp trên. Để trống ô này', 'a province has none. Leave it empty'],
  parentLevel: [
    '«{value}» không thể là cấp trên của đơn vị này ({hint}). Ghi đơn vị cấp cao hơn',
    'cannot be above this unit ({hint}). Name one of a higher level',
  ],
  cycle: [
    '«{value}» làm thành vòng tròn: đơn vị thuộc chính nó. Sửa đơn vị cấp trên',
    'makes a circle: a unit under itself. Mend the parent',
  ],
  sameName: [
    'đã có đơn vị tên này ở nơi khác ({hint}). Ghi cột «id»: id đó nếu là cùng một đơn vị, id mới nếu là đơn vị khác',
    'a unit of this name is elsewhere ({hint}). Fill in «id»: that one if it is the same unit, a new one if not',
  ],
  otherProvince: [
    'đã có tỉnh {hint}. Ghi đúng tên đó, hoặc ghi cột «id» mới nếu là tỉnh khác',
    'there is the province {hint}. Write its name, or a new «id» if this is another',
  ],
  changeNeedsDate: [
    'khác với dữ liệu hiện nay ({hint}). Ghi «từ ngày» là ngày thay đổi có hiệu lực',
    'differs from the data ({hint}). Give the day from which the change holds',
  ],
  versionExists: [
    'từ ngày này dữ liệu đã ghi khác ({hint}). Ghi ngày khác nếu là một thay đổi mới',
    'the data say otherwise from this day ({hint}). Give another day if this is a change',
  ],
  overlap: [
    'hai giai đoạn của đơn vị chồng lên nhau. Sửa «từ ngày» hoặc «đến ngày»',
    'two versions of the unit overlap. Mend the days',
  ],
  outlivesParent: [
    'đơn vị cấp trên ({hint}) không có hiệu lực suốt thời gian này. Sửa ngày, hoặc ghi đơn vị cấp trên khác',
    'the unit above ({hint}) is not in force all this time. Mend the days or the parent',
  ],
}

/** 'Dòng 5, cột «cấp»: … / Row 5, column level: …' */
export function problemWords(problem: RowProblem): string {
  const [vi, en] = WORDS[problem.problem]
  const fill = (text: string): string =>
    text
      .replaceAll('{value}', problem.value)
      .replaceAll('{hint}', problem.hint ?? '?')
      .replaceAll('{column}', COLUMN_WORDS[problem.column])
  return `Dòng ${problem.row}, cột «${COLUMN_WORDS[problem.column]}»: ${fill(vi)}. / Row ${problem.row}, ${problem.column}: ${fill(en)}.`
}

/** In the order of the rows, the same one once. */
export function inRowOrder(problems: readonly RowProblem[]): readonly RowProblem[] {
  const once = new Map(problems.map((one) => [`${one.row} ${one.column} ${one.problem}`, one]))
  return [...once.values()].toSorted((a, b) => a.row - b.row)
}
