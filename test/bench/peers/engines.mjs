// The same form on the engines of others. Each is (given, load) → handle; `load` imports a package from where it was installed.
import { me } from '../network.ts'
import { check, isStart, question, said, summary, thanks } from './form.mjs'

/** grammY with the step kept by hand: the least that a bot can do, and what everything else is measured by. */
export async function floor(given, load) {
  const bot = await grammyBot(given, load)
  bot.use((ctx) =>
    byHand(given, ctx.update, {
      chat: ctx.chat.id,
      send: ({ text, ...options }) => ctx.reply(text, options),
      pressed: () => ctx.answerCallbackQuery(),
    }),
  )
  return (update) => bot.handleUpdate(update)
}

/** gramIO has no forms of its own: the same step by hand on its core. */
export async function gramio({ network, ...given }, load) {
  const { Bot } = await load('gramio')
  const bot = new Bot({ token: '1:x', info: me, plugins: { format: false } })
  bot.onApiCall(async ({ method, params }) => wire(network.call(method, wire(params))))
  bot.onError(({ error }) => {
    throw error
  })
  const handle = (chat, update) =>
    byHand(given, update, {
      chat,
      send: (message) => bot.api.sendMessage({ chat_id: chat, ...message }),
      pressed: () => bot.api.answerCallbackQuery({ callback_query_id: update.callback_query.id }),
    })
  bot.on('message', (ctx) => handle(ctx.chat.id, ctx.update))
  bot.on('callback_query', (ctx) => handle(ctx.message.chat.id, ctx.update))
  return (update) => bot.updates.handleUpdate(update)
}

async function byHand({ asked, strings, done }, update, { chat, send, pressed }) {
  const key = String(chat)
  if (isStart(update)) {
    await send(question(asked, 0))
    return strings.set(key, JSON.stringify({ i: 0, answers: {} }))
  }
  const text = strings.get(key)
  if (text === undefined) return
  const state = JSON.parse(text)
  if (update.callback_query) await pressed()
  if (state.i === asked.length) {
    if (said(update) !== 'ok') return
    done(state.answers)
    await send({ text: thanks })
    return strings.delete(key)
  }
  const [ok, value] = check(asked[state.i], said(update))
  if (!ok) return void (await send({ text: value }))
  state.answers[asked[state.i].id] = value
  state.i++
  await send(state.i < asked.length ? question(asked, state.i) : summary(asked, state.answers))
  strings.set(key, JSON.stringify(state))
}

/** @grammyjs/conversations: the talk is a function, replayed from a log at every update. */
export async function conversations(given, load) {
  const { asked, strings, done } = given
  const { conversations, createConversation } = await load('@grammyjs/conversations')
  const bot = await grammyBot(given, load)
  const adapter = {
    read: async (key) => parsed(strings.get(key)),
    write: async (key, value) => strings.set(key, JSON.stringify(value)),
    delete: async (key) => strings.delete(key),
  }
  const form = async (conversation, first) => {
    let ctx = first
    const reply = ({ text, ...options }) => ctx.reply(text, options)
    const answers = {}
    for (let i = 0; i < asked.length; i++) {
      await reply(question(asked, i))
      for (let answered = false; !answered; ) {
        ctx = await conversation.wait()
        if (ctx.callbackQuery) await ctx.answerCallbackQuery()
        const [ok, value] = check(asked[i], said(ctx.update))
        if (ok) answers[asked[i].id] = value
        else await reply({ text: value })
        answered = ok
      }
    }
    await reply(summary(asked, answers))
    ctx = await conversation.waitForCallbackQuery('ok')
    await ctx.answerCallbackQuery()
    await conversation.external(() => done(answers))
    await reply({ text: thanks })
  }
  bot.use(conversations({ storage: { type: 'key', adapter } }))
  bot.use(createConversation(form, 'form'))
  bot.filter((ctx) => isStart(ctx.update)).use((ctx) => ctx.conversation.enter('form'))
  return (update) => bot.handleUpdate(update)
}

/** Telegraf's WizardScene: a step a function, the state in a session. */
export async function telegraf({ asked, network, strings, done }, load) {
  const { Telegraf, Telegram, Scenes, session } = await load('telegraf')
  Telegram.prototype.callApi = async (method, payload) => wire(network.call(method, wire(payload)))
  const bot = new Telegraf('1:x')
  bot.botInfo = me
  bot.catch((error) => {
    throw error
  })
  const reply = (ctx, { text, ...options }) => ctx.reply(text, options)
  const enter = async (ctx) => {
    ctx.wizard.state.answers = {}
    await reply(ctx, question(asked, 0))
    return ctx.wizard.next()
  }
  const steps = asked.map((one, i) => async (ctx) => {
    if (ctx.callbackQuery) await ctx.answerCbQuery()
    const { answers } = ctx.wizard.state
    const [ok, value] = check(one, said(ctx.update))
    if (!ok) return reply(ctx, { text: value })
    answers[one.id] = value
    await reply(ctx, i + 1 < asked.length ? question(asked, i + 1) : summary(asked, answers))
    return ctx.wizard.next()
  })
  const confirm = async (ctx) => {
    if (said(ctx.update) !== 'ok') return
    await ctx.answerCbQuery()
    done(ctx.wizard.state.answers)
    await reply(ctx, { text: thanks })
    return ctx.scene.leave()
  }
  const store = {
    get: async (key) => parsed(strings.get(key)),
    set: async (key, value) => strings.set(key, JSON.stringify(value)),
    delete: async (key) => strings.delete(key),
  }
  bot.use(session({ store, getSessionKey: (ctx) => String(ctx.chat.id) }))
  bot.use(new Scenes.Stage([new Scenes.WizardScene('form', enter, ...steps, confirm)]).middleware())
  bot.use((ctx) => (isStart(ctx.update) ? ctx.scene.enter('form') : undefined))
  return (update) => bot.handleUpdate(update)
}

/** XState: a machine, its snapshot kept at every step. */
export async function xstate(given, load) {
  const { asked, strings, done } = given
  const { assign, createActor, setup } = await load('xstate')
  const put = assign(({ context: { i, answers }, event }) => ({
    i: i + 1,
    answers: { ...answers, [asked[i].id]: event.value },
  }))
  const machine = setup({
    actions: { put },
    guards: { more: ({ context }) => context.i + 1 < asked.length },
  }).createMachine({
    initial: 'ask',
    context: { i: 0, answers: {} },
    states: {
      ask: {
        on: {
          ANSWER: [
            { guard: 'more', target: 'ask', actions: 'put' },
            { target: 'confirm', actions: 'put' },
          ],
        },
      },
      confirm: { on: { OK: 'sent' } },
      sent: { type: 'final' },
    },
  })
  const bot = await grammyBot(given, load)
  bot.use(async (ctx) => {
    const key = String(ctx.chat.id)
    const reply = ({ text, ...options }) => ctx.reply(text, options)
    const keep = (actor) => strings.set(key, JSON.stringify(actor.getPersistedSnapshot()))
    if (isStart(ctx.update)) {
      await reply(question(asked, 0))
      return keep(createActor(machine).start())
    }
    const snapshot = parsed(strings.get(key))
    if (snapshot === undefined) return
    const actor = createActor(machine, { snapshot }).start()
    if (ctx.callbackQuery) await ctx.answerCallbackQuery()
    const before = actor.getSnapshot()
    if (before.matches('confirm')) {
      if (said(ctx.update) !== 'ok') return
      actor.send({ type: 'OK' })
      done(before.context.answers)
      await reply({ text: thanks })
      return strings.delete(key)
    }
    const [ok, value] = check(asked[before.context.i], said(ctx.update))
    if (!ok) return void (await reply({ text: value }))
    actor.send({ type: 'ANSWER', value })
    const { context } = actor.getSnapshot()
    await reply(context.i < asked.length ? question(asked, context.i) : summary(asked, context.answers))
    keep(actor)
  })
  return (update) => bot.handleUpdate(update)
}

async function grammyBot({ network }, load) {
  const { Bot } = await load('grammy')
  const bot = new Bot('1:x', { botInfo: me, client: { fetch: network.fetch } })
  bot.catch(({ error }) => {
    throw error
  })
  return bot
}

const parsed = (text) => (text === undefined ? undefined : JSON.parse(text))

const wire = (value) => JSON.parse(JSON.stringify(value))
