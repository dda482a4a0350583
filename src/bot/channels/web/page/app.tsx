import { useLayoutEffect, useRef } from 'preact/hooks'
import { Mine, Theirs } from './bubbles.tsx'
import { Composer } from './composer.tsx'
import { Demo } from './demo.tsx'
import { useScroll } from './scroll.ts'
import type { Line, Talk, TalkState } from './talk.ts'
import { words } from './words.ts'

export interface AppProps {
  readonly talk: Talk
  readonly state: TalkState
}

export function App({ talk, state }: AppProps) {
  const { lines, line, person } = state
  const log = useRef<HTMLDivElement>(null)
  const { isAtEnd, toEnd } = useScroll(log, lines)
  const card = lines.findLast((line) => line.kind === 'theirs' && line.message.card)?.id
  const lastMine = lines.findLast((line) => line.kind === 'mine')?.id

  // Who works with the keyboard goes on where the answer is.
  const byKey = useRef(false)
  useLayoutEffect(() => {
    if (!byKey.current || card === undefined) return
    byKey.current = false
    const next = log.current?.querySelector<HTMLElement>(`[data-message="${CSS.escape(card)}"] .choices button`)
    const focused = next ?? document.querySelector<HTMLElement>('textarea')
    focused?.focus({ preventScroll: true })
  }, [card])

  return (
    <>
      <Demo person={person} become={(person, token) => talk.become(person, token)} />
      <main>
        <div class="log" ref={log} role="log" aria-live="polite" aria-label={words.messages} tabIndex={0}>
          <div class="column">
            {lines.map((line) =>
              line.kind === 'mine' ? (
                <Mine key={line.id} line={line} last={line.id === lastMine} tryNow={() => talk.tryNow()} />
              ) : (
                <Theirs
                  key={line.id}
                  message={line.message}
                  live={!line.message.card || line.id === card}
                  pressed={pressedOf(lines, line.id)}
                  readFile={(id) => talk.readFile(id)}
                  press={(token, label, keyboard) => {
                    byKey.current = keyboard
                    talk.press(line.id, token, label)
                  }}
                />
              ),
            )}
          </div>
        </div>
        {!isAtEnd && (
          <button type="button" class="newest" aria-label={words.newest} title={words.newest} onClick={toEnd}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="m6 9 6 6 6-6" />
            </svg>
          </button>
        )}
      </main>
      <div class="notice" role="status">
        {line === 'lost' && <p class="late">{words.reconnecting}</p>}
        {line === 'ended' && (
          <p>
            {words.ended}{' '}
            <button type="button" onClick={() => talk.become('')}>
              {words.openNew}
            </button>
          </p>
        )}
      </div>
      <Composer
        key={person}
        disabled={line === 'ended'}
        say={(text) => talk.say(text)}
        sendFiles={(files) => talk.sendFiles(files)}
      />
    </>
  )
}

function pressedOf(lines: readonly Line[], messageId: string) {
  const found = lines.findLast((line) => line.kind === 'mine' && line.press?.messageId === messageId)
  return found?.kind === 'mine' && found.press
    ? { token: found.press.token, onItsWay: found.state === 'sending' }
    : undefined
}
