import type { Api } from 'grammy'

type ApiSignal = NonNullable<Parameters<Api['getMe']>[0]>

/** grammY types its signals after an old polyfill, and takes node's own. */
export function toApiSignal(signal: AbortSignal): ApiSignal {
  if (!isApiSignal(signal)) throw new Error('not a signal')
  return signal
}

const isApiSignal = (signal: unknown): signal is ApiSignal => signal instanceof AbortSignal
