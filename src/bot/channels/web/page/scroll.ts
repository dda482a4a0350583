import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Line } from './talk.ts'

/** What comes within this time is read as one answer. */
const togetherMs = 3000
const nearPx = 90

/** Follows the talk, unless she has scrolled up to read; a long answer is shown from its beginning. */
export function useScroll(log: RefObject<HTMLElement | null>, lines: readonly Line[]) {
  const following = useRef(true)
  const aimed = useRef(-1)
  const newest = useRef(lines)
  const [isAtEnd, setAtEnd] = useState(true)
  newest.current = lines

  const look = () => {
    const element = log.current
    if (element === null) return
    const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < nearPx
    setAtEnd(atEnd)
    if (Math.abs(element.scrollTop - aimed.current) > 2) following.current = atEnd
  }
  const aim = () => {
    const element = log.current
    if (element === null || !following.current) return look()
    const first = element.querySelectorAll<HTMLElement>('.line')[startOfAnswer(newest.current)]
    const end = Math.max(0, element.scrollHeight - element.clientHeight)
    aimed.current = Math.min(end, Math.max(0, (first?.offsetTop ?? end) - 12))
    element.scrollTop = aimed.current
    look()
  }

  useEffect(() => {
    const element = log.current
    if (element === null) return undefined
    // The keyboard of a phone makes the log smaller; a picture that has come makes what is in it longer.
    const resized = new ResizeObserver(aim)
    for (const sized of [element, ...element.children]) resized.observe(sized)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])

  useLayoutEffect(() => {
    if (lines.at(-1)?.kind === 'mine') following.current = true
    aim()
  }, [lines.length])

  const toEnd = () => {
    following.current = true
    log.current?.scrollTo({ top: log.current.scrollHeight })
  }
  return { isAtEnd, toEnd }
}

/** What she said last, if the answer follows on it. */
function startOfAnswer(lines: readonly Line[]): number {
  const isTogether = (i: number) => (lines[i]?.seenAt ?? 0) - (lines[i - 1]?.seenAt ?? 0) < togetherMs
  let start = lines.length - 1
  while (start > 0 && lines[start]?.kind !== 'mine' && isTogether(start)) start--
  return start
}
