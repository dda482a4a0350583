import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { forgetOld, type Queued, type World } from './telegramWorld.ts'

const chat = z.object({ chat: z.object({ id: z.number() }) })
const parts = z.looseObject({
  message: chat.optional(),
  edited_message: chat.optional(),
  my_chat_member: chat.optional(),
  callback_query: z.object({ message: chat }).optional(),
})

function chatOf(update: Queued): number {
  const { message, edited_message, my_chat_member, callback_query } = parts.parse(update)
  return (message ?? edited_message ?? my_chat_member ?? callback_query?.message)?.chat.id ?? 0
}

/**
 * Calls the webhook that was set, as Telegram does: the updates of one chat strictly behind each other, a failing one again and
 * again, chats side by side, with the secret in a header. `answers` is told each answer.
 */
export function startWebhooks(
  world: World,
  { retryMs, answers }: { readonly retryMs: number; readonly answers: (status: number, body: string) => void },
): () => Promise<void> {
  const ending = new AbortController()
  const busy = new Map<number, Promise<void>>()
  const look = (): void => {
    if (world.webhook.url === '' || ending.signal.aborted) return
    forgetOld(world)
    for (const update of world.updates) {
      const id = chatOf(update)
      if (busy.has(id)) continue
      busy.set(
        id,
        deliver(update).finally(() => {
          busy.delete(id)
          look()
        }),
      )
    }
  }
  world.on('change', look)

  async function deliver(update: Queued): Promise<void> {
    for (let wait = retryMs; !ending.signal.aborted; wait = Math.min(wait * 2, retryMs * 32)) {
      const { url, secret } = world.webhook
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
        body: JSON.stringify(update),
        signal: ending.signal,
      }).catch(() => undefined)
      if (answer !== undefined) answers(answer.status, await answer.text())
      if (answer?.ok === true) {
        world.updates = world.updates.filter(({ update_id }) => update_id !== update.update_id)
        world.emit('change')
        return
      }
      await sleep(wait, undefined, { signal: ending.signal }).catch(() => {})
    }
  }

  return async () => {
    ending.abort()
    world.off('change', look)
    await Promise.all(busy.values())
  }
}
