import sharp from 'sharp'
import { zaloLimits } from '../../zalo/message.ts'

export interface StoredFile {
  readonly mime: string
  readonly name: string
  readonly bytes: Uint8Array
}

export type OutFile = StoredFile & { readonly as: 'image' | 'file' }

const PAPERS = new Set([
  'application/pdf',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/csv',
])
const WIDTHS = [2000, 1600, 1200, 800, 480]

/** The file as Zalo takes it: a picture made small enough, a paper as it is; undefined where Zalo takes none of its kind or size. */
export async function toOutFile(file: StoredFile): Promise<OutFile | undefined> {
  if (file.mime.startsWith('image/')) return await toImage(file)
  if (!PAPERS.has(file.mime) || file.bytes.byteLength > zaloLimits.fileBytes) return undefined
  return { ...file, as: 'file' }
}

async function toImage(file: StoredFile): Promise<OutFile | undefined> {
  const known = file.mime === 'image/jpeg' || file.mime === 'image/png'
  if (known && file.bytes.byteLength <= zaloLimits.imageBytes) return { ...file, as: 'image' }
  for (const width of WIDTHS) {
    const resized = sharp(file.bytes)
      .rotate()
      .resize({ width, withoutEnlargement: true })
      .flatten({ background: 'white' })
    const bytes = await resized.jpeg({ quality: 80 }).toBuffer()
    const name = file.name.replace(/\.\w+$/, '.jpg')
    if (bytes.byteLength <= zaloLimits.imageBytes) return { as: 'image', mime: 'image/jpeg', name, bytes }
  }
  return undefined
}
