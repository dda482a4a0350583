import { inflateRawSync } from 'node:zlib'

const ENTRY = 0x02014b50

/** What lies in a zip file (docx, xlsx), unpacked and joined: by its central directory, so that nothing in it is left out. */
export function unzipped(zip: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = zip.indexOf(signature()); at !== -1; at = zip.indexOf(signature(), at + 4)) {
    const size = zip.readUInt32LE(at + 20)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + size)
    parts.push(zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed))
  }
  if (parts.length === 0) throw new Error('nothing lies in this zip file')
  return Buffer.concat(parts)
}

function signature(): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(ENTRY)
  return bytes
}
