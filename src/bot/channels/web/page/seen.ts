import { type Listener, listen } from './api.ts'

const unseenMs = 15_000

/**
 * Listens while someone looks. A tab in the background gives its line back: a browser opens six to one server, and with six tabs
 * of this page nothing more could be sent. What comes meanwhile waits at the server. Ends with 'unseen' when she looks again.
 */
export async function listenWhileSeen(listener: Listener): Promise<'noSession' | 'lost' | 'unseen'> {
  const { signal } = listener
  const line = new AbortController()
  const abort = () => line.abort()
  let timer = 0
  const look = () => {
    clearTimeout(timer)
    if (document.hidden) timer = setTimeout(abort, unseenMs)
  }
  signal.addEventListener('abort', abort)
  document.addEventListener('visibilitychange', look)
  look()
  try {
    const end = await listen({ ...listener, signal: line.signal })
    if (end !== 'lost' || !line.signal.aborted || signal.aborted) return end
    await seen(signal)
    return 'unseen'
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', abort)
    document.removeEventListener('visibilitychange', look)
  }
}

function seen(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.hidden && !signal.aborted) return
      document.removeEventListener('visibilitychange', look)
      signal.removeEventListener('abort', look)
      resolve()
    }
    document.addEventListener('visibilitychange', look)
    signal.addEventListener('abort', look)
    look()
  })
}
