import { useEffect, useRef, useState } from 'preact/hooks'
import type { WebFile } from '../ports.ts'
import { words } from './words.ts'

export type FileReading = (id: string) => Promise<Blob | undefined>

interface Props {
  readonly file: WebFile
  readonly read: FileReading
}

/** Drawn on a canvas: the picture needs the token, and the page may show no image from a blob. */
export function Picture({ file, read }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState(false)
  useEffect(() => {
    let gone = false
    const draw = async () => {
      const blob = await read(file.id)
      const bitmap = blob === undefined || gone ? undefined : await createImageBitmap(blob)
      if (bitmap === undefined || canvas.current === null) return
      canvas.current.width = bitmap.width
      canvas.current.height = bitmap.height
      canvas.current.getContext('2d')?.drawImage(bitmap, 0, 0)
      setDrawn(true)
    }
    // The button below then is what there is.
    draw().catch(() => {})
    return () => {
      gone = true
    }
  }, [file.id])
  return (
    <div class="picture">
      <canvas ref={canvas} role="img" aria-label={`${words.picture} ${file.name}`} hidden={!drawn} />
      <SaveButton file={file} read={read} />
    </div>
  )
}

export function SaveButton({ file, read }: Props) {
  const [failed, setFailed] = useState(false)
  const save = async () => {
    const blob = await read(file.id)
    setFailed(blob === undefined)
    if (blob === undefined) return
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = file.name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }
  return (
    <button type="button" class="file" onClick={() => void save()}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M10 3v9m0 0 4-4m-4 4L6 8M4 16h12" />
      </svg>
      <span>
        <span class="unseen">{words.save} </span>
        {file.name}
        {failed && <span class="bad">{words.openFailed}</span>}
      </span>
    </button>
  )
}
