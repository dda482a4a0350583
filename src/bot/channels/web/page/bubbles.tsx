import { Fragment } from 'preact'
import type { WebMessage } from '../ports.ts'
import { type FileReading, Picture, SaveButton } from './files.tsx'
import { cutAtPhones } from './phones.ts'
import type { SendState } from './outbox.ts'
import type { Line } from './talk.ts'
import { words } from './words.ts'

type Mine = Extract<Line, { readonly kind: 'mine' }>

export interface TheirsProps {
  readonly message: WebMessage
  /** Its screen still stands: those of its buttons that do not last can be pressed. */
  readonly live: boolean
  /** The token that was pressed last, and whether that is still on its way. */
  readonly pressed?: { readonly token: string; readonly onItsWay: boolean } | undefined
  readonly press: (token: string, label: string, byKey: boolean) => void
  readonly readFile: FileReading
}

export function Theirs({ message, live, pressed, press, readFile }: TheirsProps) {
  const pictures = message.files.filter(({ mime }) => mime.startsWith('image/'))
  const others = message.files.filter((file) => !pictures.includes(file))
  // What is answered leaves the screen: her own words below say what was chosen.
  const buttons = message.buttons.map((button, i) => ({ ...button, n: i + 1 })).filter((one) => live || one.lasts)
  return (
    <div class="line theirs" data-message={message.id}>
      {(message.text !== '' || message.files.length > 0) && (
        <div class="bubble">
          {message.text !== '' && <Words text={message.text} />}
          {pictures.map((file) => (
            <Picture key={file.id} file={file} read={readFile} />
          ))}
          {others.map((file) => (
            <SaveButton key={file.id} file={file} read={readFile} />
          ))}
        </div>
      )}
      {buttons.length > 0 && (
        <div class="choices" role="group" aria-label={words.choices}>
          {buttons.map(({ n, token, label, style }) => (
            <button
              key={token}
              type="button"
              class={[style ?? '', pressed?.token === token ? 'pressed' : ''].join(' ').trim()}
              aria-disabled={pressed?.onItsWay === true}
              onClick={(event) => pressed?.onItsWay !== true && press(token, label, event.detail === 0)}
            >
              <span class="number">{n}</span> {label}
            </button>
          ))}
        </div>
      )}
      <time>{timeOf(message.at)}</time>
    </div>
  )
}

export function Mine({
  line,
  last,
  tryNow,
}: {
  readonly line: Mine
  readonly last: boolean
  readonly tryNow: () => void
}) {
  const onItsWay = line.state === 'sending' && line.progress !== undefined
  return (
    <div class="line mine">
      <div class="bubble">
        <span class="unseen">{words.you} </span>
        <p>{line.text}</p>
        {onItsWay && <progress aria-label={words.sending} value={line.progress} />}
      </div>
      {(last || line.state !== 'sent') && <State state={line.state} tryNow={tryNow} />}
    </div>
  )
}

function State({ state, tryNow }: { readonly state: SendState; readonly tryNow: () => void }) {
  if (state === 'sending' || state === 'sent') return <p class="state">{words[state]}</p>
  if (state === 'failed') {
    return (
      <p class="state bad">
        {words.failed} –{' '}
        <button type="button" onClick={tryNow}>
          {words.again}
        </button>
      </p>
    )
  }
  return <p class="state bad">{refusedToWords(state.refused)}</p>
}

function refusedToWords(code: string): string {
  if (code === 'tooLong') return words.tooLong
  return code === 'tooBig' ? words.tooBig : words.refused
}

/** Plain text, always: only numbers of help and our own one-time addresses become links; an item of a list hangs. */
function Words({ text }: { readonly text: string }) {
  return (
    <p>
      {text.split('\n').map((line, n) => (
        <span key={n} class={isItem.test(line) ? 'item' : ''}>
          {line === '' ? <br /> : <Linked text={line} />}
        </span>
      ))}
    </p>
  )
}

const isItem = /^(?:[•–✔◔✘]|\d{1,2}\.) /u

function Linked({ text }: { readonly text: string }) {
  // A whole line, and only of this very site.
  if (text.startsWith(`${location.origin}/mo/`) && /^[\w-]+$/.test(text.slice(location.origin.length + 4))) {
    return (
      <a href={text} target="_blank" rel="noreferrer">
        {text}
      </a>
    )
  }
  return (
    <>
      {cutAtPhones(text).map(({ text, tel }, i) =>
        tel === undefined ? (
          <Fragment key={i}>{text}</Fragment>
        ) : (
          <a key={i} href={`tel:${tel}`}>
            {text}
          </a>
        ),
      )}
    </>
  )
}

const clock = new Intl.DateTimeFormat('vi', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' })
const timeOf = (at: number): string => clock.format(at)
