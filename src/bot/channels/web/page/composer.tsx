import { useEffect, useRef, useState } from 'preact/hooks'
import { words } from './words.ts'

const textMax = 20_000
const fileMax = 10 * 1024 * 1024
const accepted = 'image/*,.pdf,.doc,.docx,.xls,.xlsx,.csv,application/pdf'

export interface ComposerProps {
  readonly disabled: boolean
  readonly say: (text: string) => void
  readonly sendFiles: (files: readonly File[]) => void
}

export function Composer({ disabled, say, sendFiles }: ComposerProps) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState('')
  const area = useRef<HTMLTextAreaElement>(null)
  const picker = useRef<HTMLInputElement>(null)

  // On a phone it would push the keyboard over what there is to read.
  useEffect(() => {
    if (matchMedia('(hover: hover) and (pointer: fine)').matches) area.current?.focus()
  }, [])
  useEffect(() => grow(area.current), [text])

  const submit = () => {
    if (text.trim() === '' || disabled) return
    if (text.length > textMax) {
      setProblem(words.tooLong)
      return
    }
    say(text)
    setText('')
    setProblem('')
    area.current?.focus()
  }
  const pick = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])]
    input.value = ''
    sendFiles(files.filter((file) => file.size <= fileMax))
    setProblem(files.some((file) => file.size > fileMax) ? words.tooBig : '')
  }

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {problem !== '' && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <div class="row">
        <button
          type="button"
          class="icon"
          aria-label={words.attach}
          title={words.attach}
          disabled={disabled}
          onClick={() => picker.current?.click()}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="m20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 4.800 4.800L9.500 17a1.700 1.700 0 0 1-2.400-2.400L14.500 7.200" />
          </svg>
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          multiple
          accept={accepted}
          aria-label={words.attach}
          onChange={(event) => pick(event.currentTarget)}
        />
        <textarea
          ref={area}
          rows={1}
          value={text}
          placeholder={words.typeHere}
          aria-label={words.typeHere}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="send"
          disabled={disabled}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            // A Vietnamese input method may still be putting a letter together (229).
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
            event.preventDefault()
            submit()
          }}
        />
        <button
          type="submit"
          class="icon send"
          aria-label={words.send}
          title={words.send}
          disabled={disabled || text.trim() === ''}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M12 19V5m0 0-6 6m6-6 6 6" />
          </svg>
        </button>
      </div>
    </form>
  )
}

/** For browsers that do not know `field-sizing`. */
function grow(area: HTMLTextAreaElement | null): void {
  if (area === null || CSS.supports('field-sizing', 'content')) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight}px`
}
