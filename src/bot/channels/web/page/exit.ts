import { forget, kept } from './keep.ts'

/** The exit is a plain link of the page; this makes it quicker, and adds Shift three times. `empty` takes the talk off the screen. */
export function armExit(empty: () => void): void {
  const leave = () => {
    document.documentElement.classList.add('gone')
    const token = kept()?.token
    forget()
    empty()
    if (token !== undefined) endSession(token)
    location.replace('/exit')
  }
  document.getElementById('exit')?.addEventListener('click', (event) => {
    event.preventDefault()
    leave()
  })
  onThreeShifts(leave)
  // Had the browser kept the page whole, "back" would show it again.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
}

function endSession(token: string): void {
  // With credentials, though there are none: else the browser does not clear what the answer tells it to clear.
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  fetch('/chat/exit', { method: 'POST', headers, body: '{}', keepalive: true }).catch(() => {
    // She is leaving: the session then ends by its own age.
  })
}

const withinMs = 1500

function onThreeShifts(leave: () => void): void {
  let pressedAt: readonly number[] = []
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Shift') pressedAt = []
      else if (!event.repeat)
        pressedAt = [...pressedAt, event.timeStamp].filter((at) => event.timeStamp - at < withinMs)
      if (pressedAt.length >= 3) leave()
    },
    true,
  )
}
