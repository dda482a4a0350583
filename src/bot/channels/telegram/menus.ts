import type { Api } from 'grammy'
import { toChannelError } from './problem.ts'
import { toApiSignal } from './signal.ts'
import type { Log } from './take.ts'

/** The menu beside the input field; without a language it is for everyone whose language has none. */
export interface Menu {
  readonly language?: 'vi' | 'en'
  readonly commands: readonly { readonly command: string; readonly description: string }[]
}

/** In private chats only: in a group the bot offers nothing, and what an earlier version offered everywhere is taken away. */
export async function showMenus(api: Api, menus: readonly Menu[], log: Log, stopped: AbortSignal): Promise<void> {
  const signal = toApiSignal(stopped)
  const steps = [
    () => api.deleteMyCommands({ scope: { type: 'default' } }, signal),
    ...menus.map(({ language, commands }) => () => {
      const spoken = language === undefined ? {} : { language_code: language }
      return api.setMyCommands(commands, { scope: { type: 'all_private_chats' }, ...spoken }, signal)
    }),
  ]
  for (const step of steps) {
    try {
      await step()
    } catch (error) {
      log.warn({ problem: toChannelError(error).message }, 'telegram menu not set')
    }
  }
}
