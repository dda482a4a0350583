const EVERY_MS = 500

/**
 * npm passes a signal to the shell under which it runs us, and that shell dies without passing it on: the bot would go on, holding
 * the port and the data, with nobody left to end it. So a bot whose starter is gone ends itself.
 */
export function whenOrphaned(env: Readonly<Record<string, string | undefined>>, end: () => void): void {
  if (env['npm_lifecycle_event'] === undefined) return
  const starter = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === starter) return
    clearInterval(timer)
    end()
  }, EVERY_MS)
  timer.unref()
}
