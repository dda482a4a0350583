import { crc32 } from 'node:zlib'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

const text = (cell: string, words: string): string => `<c r="${cell}" t="inlineStr"><is><t>${words}</t></is></c>`

/** A small .xlsx: code 101 as a number, a name from a formula, a level, and the day 01/07/2022. */
export function sheetFile(): Uint8Array {
  const head = ['mã', 'tên', 'cấp', 'từ ngày'].map((words, index) => text(`${'ABCD'[index]}1`, words)).join('')
  const row = `<c r="A2"><v>101</v></c><c r="B2" t="str"><f>"Xã "&amp;"A"</f><v>Xã A</v></c>${text('C2', 'xã')}<c r="D2" s="1"><v>44743</v></c>`
  return zip({
    '_rels/.rels': relation('officeDocument', 'xl/workbook.xml'),
    'xl/_rels/workbook.xml.rels': relation('worksheet', 'worksheets/sheet1.xml', 'styles', 'styles.xml'),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1">${head}</row><row r="2">${row}</row></sheetData></worksheet>`,
  })
}

function relation(...pairs: readonly string[]): string {
  const items = pairs.flatMap((type, index) =>
    index % 2 === 0
      ? [`<Relationship Id="rId${index / 2 + 1}" Type="${OFFICE}/${type}" Target="${pairs[index + 1]}"/>`]
      : [],
  )
  return `<Relationships xmlns="${PACKAGE}">${items.join('')}</Relationships>`
}

/** Files one after the other, not compressed, and the directory of them. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(bytes.length, 14)
    common.writeUInt32LE(bytes.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(sizeOf(parts), 10)
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, rest, Buffer.from(name))
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), bytes)
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(Object.keys(files).length, 4)
  end.writeUInt16LE(Object.keys(files).length, 6)
  end.writeUInt32LE(sizeOf(directory), 8)
  end.writeUInt32LE(sizeOf(parts), 12)
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

const sizeOf = (parts: readonly Buffer[]): number => parts.reduce((sum, one) => sum + one.length, 0)
