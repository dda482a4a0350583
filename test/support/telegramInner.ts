// By this path: the types of its main module do not agree with what it exports.
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js'
import { z } from 'zod'
import { portOf } from './telegramFront.ts'

export type TestClient = ReturnType<Awaited<ReturnType<typeof startInner>>['client']>

/** telegram-test-api on a port chosen by the system. */
export async function startInner(token: string) {
  const server = new TelegramServer({ host: '127.0.0.1' })
  // Its constructor takes 0 for "none given".
  server.config.port = 0
  await server.start()
  const url = `http://127.0.0.1:${portOf(Reflect.get(server, 'server'))}`
  server.config.apiURL = url
  return {
    client: (id: number) => server.getClient(token, { userId: id, chatId: id }),
    post: async (path: string, payload: unknown): Promise<unknown> => {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(payload) })
      return z.object({ ok: z.literal(true), result: z.unknown() }).parse(await answer.json()).result
    },
    stop: () => server.stop(),
  }
}
