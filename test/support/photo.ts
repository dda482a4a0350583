import sharp from 'sharp'

/** A small photo; what is hidden in it tells where it was taken. */
export async function aPhoto(hidden = 'GPS 21.03, 105.85 – chị Lan'): Promise<Buffer> {
  return await sharp({ create: { width: 40, height: 40, channels: 3, background: '#888' } })
    .jpeg()
    .withExif({ IFD0: { ImageDescription: hidden, Artist: hidden } })
    .toBuffer()
}

export const A_DOCUMENT = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
