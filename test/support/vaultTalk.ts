import { at, dateOf, type Instant, localDate } from '../../src/domain/calendar.ts'
import { type CaseId, caseId, conversationId, memberId } from '../../src/domain/ids.ts'
import { EXIT_TOKEN } from '../../src/flows/exit.ts'
import type { ShownSheet } from '../../src/domain/legal/sheet.ts'
import { triage } from '../../src/domain/triage.ts'
import type { Heard, OwnEvent, Unread } from '../../src/flows/heard.ts'
import type { SheetLine } from '../../src/flows/legal/sheetNeeds.ts'
import type { Conversation, Typed } from '../../src/flows/turn.ts'
import { advanceVault, type VaultTurn } from '../../src/flows/vault/advance.ts'
import type { Ctx, MemberWho } from '../../src/flows/vault/context.ts'
import type {
  AlarmLine,
  Asking,
  CaseLine,
  CaseWords,
  ClubInvitation,
  GlassLine,
  RequestLine,
  Known,
  MemberLine,
  Need,
  ReferralLine,
} from '../../src/flows/vault/needs.ts'
import type { Place } from '../../src/flows/vault/place.ts'
import { speak } from './unionTalk.ts'

export const NOW = at(localDate('2026-11-23'), 9)
export const CASE = caseId('case-1')
export const MEMBER: MemberWho = { id: memberId('m1'), name: 'Tư vấn viên', role: 'counsellor', capacity: 10 }

export const aCase = (given: Partial<CaseLine> = {}): CaseLine => ({
  id: CASE,
  alias: 'CA-7K2MQ',
  state: 'waiting',
  severity: 'none',
  topic: 'other_legal',
  openedAt: NOW,
  promiseAt: at(localDate('2026-11-24'), 17),
  hasCodeWord: false,
  declinedBy: [],
  refusedBy: [],
  avoid: [],
  door: 'ask',
  child: false,
  consent: 'v1',
  rated: false,
  answered: false,
  highRisk: false,
  ...given,
})

/** What the private room knows in a test: answers, not a store. */
export interface Facts {
  readonly found?: CaseLine
  readonly words?: readonly CaseWords[]
  readonly duty?: number
  readonly alarm?: AlarmLine
  /** Those that wait at the desk. */
  readonly alarms?: readonly AlarmLine[]
  readonly cases?: readonly CaseLine[]
  /** What opens the case: a receipt or a code word. */
  readonly opens?: string
  /** The alarm that the same opens while nobody has taken it. */
  readonly opensAlarm?: string
  /** The case of the receipt that is typed; its word is still to come. */
  readonly claims?: CaseId
  readonly invitation?: ClubInvitation
  readonly sheets?: readonly ShownSheet[]
  readonly allSheets?: readonly SheetLine[]
  /** Her code word, where she types it as an answer. */
  readonly codeWord?: string
  readonly unseenSince?: Instant
  readonly members?: readonly MemberLine[]
  readonly referrals?: readonly ReferralLine[]
  readonly glass?: GlassLine
  readonly requests?: readonly RequestLine[]
}

export interface VaultGiven extends Facts {
  readonly place: Place
  readonly member?: MemberWho
  /** She has been heard to be a child. */
  readonly isYoung?: true
  readonly heardAt?: Instant
  readonly choices?: readonly string[]
  readonly typed?: Typed
  readonly seenBy?: Ctx['seenBy']
  readonly isPage?: boolean
  readonly base?: string
  readonly ownExit?: boolean
}

/** The flows of the private room, alone: one turn from a place, with the needs that it asked. */
export interface VaultTurned extends VaultTurn {
  readonly needs: readonly Need[]
}

export const vaultSaid = (
  given: VaultGiven,
  text: string,
  more: { readonly cut?: boolean; readonly about?: string } = {},
): VaultTurned => hear(given, { kind: 'text', text, cut: false, ...more, at: NOW })

/** Presses a button of a notice. */
export const vaultActed = (
  given: VaultGiven,
  act: string,
  payload: Readonly<Record<string, string>> = {},
): VaultTurned => hear(given, { kind: 'action', act, payload, at: NOW })

export const vaultEdited = (given: VaultGiven, text: string): VaultTurned =>
  hear(given, { kind: 'edited', text, cut: false, at: NOW })

/** Sends a place on the map, a card, a sticker. */
export const vaultShared = (given: VaultGiven, what: Unread): VaultTurned =>
  hear(given, { kind: 'unread', what, at: NOW })

/** Presses the choice with this id, which is put on the screen. */
export const vaultPressed = (given: VaultGiven, id: string): VaultTurned =>
  hear({ ...given, choices: [id] }, { kind: 'press', token: 's.0', at: NOW })

/** Presses the exit button of any bubble, however old. */
export const vaultExited = (given: VaultGiven): VaultTurned =>
  hear(given, { kind: 'press', token: EXIT_TOKEN, at: NOW })

export const vaultTold = (given: VaultGiven, event: OwnEvent): VaultTurned =>
  hear(given, { kind: 'event', event, at: NOW })

function hear(given: VaultGiven, heard: Heard): VaultTurned {
  const { place, member, choices = [] } = given
  let made = 0
  const ctx: Ctx = {
    now: NOW,
    today: dateOf(NOW),
    conversation: conversationId('c1'),
    seenBy: given.seenBy ?? 'nobody',
    ...(given.isPage === undefined ? {} : { isPage: given.isPage }),
    ...(given.base === undefined ? {} : { base: given.base }),
    calendar: { off: [], half: [], extra: [] },
    newId: () => `made-${++made}`,
    newSecret: () => new Uint8Array(10).fill(++made),
    speak,
    ...(given.ownExit === true ? { ownExit: true } : {}),
    ...(member === undefined ? {} : { member }),
    ...('heardAt' in given ? (given.heardAt === undefined ? {} : { heardAt: given.heardAt }) : { heardAt: NOW }),
    ...triaged(heard),
  }
  const shown = choices.map((id) => ({ id, label: { text: { vi: id } } }))
  const screen = { nonce: 's', choices: shown, typed: given.typed ?? ('choices' as const) }
  const conversation: Conversation<Place> = {
    place,
    count: 1,
    ...(choices.length === 0 ? {} : { screen }),
    ...(given.isYoung === undefined ? {} : { isYoung: true }),
  }
  const needs: Need[] = []
  const turn = run(advanceVault(conversation, heard, ctx), (need) => {
    needs.push(need)
    return known(need, given)
  })
  return { ...turn, needs }
}

/** Read from her words, also from those that she wrote just before the room was opened. */
function triaged(heard: Heard): Pick<Ctx, 'triage'> {
  const text = 'text' in heard ? heard.text : heard.kind === 'event' ? heard.event.data['text'] : undefined
  return text === undefined ? {} : { triage: triage(text) }
}

function run<T>(flow: Asking<T>, answer: (need: Need) => Known): T {
  let step = flow.next()
  while (step.done !== true) step = flow.next(answer(step.value))
  return step.value
}

function known(need: Need, facts: Facts): Known {
  switch (need.need) {
    case 'case':
      return {
        need: 'case',
        found: facts.found,
        words: facts.words ?? [],
        ...(facts.unseenSince === undefined ? {} : { unseenSince: facts.unseenSince }),
      }
    case 'knock': {
      const found = facts.opens === need.said && facts.opensAlarm === undefined ? facts.found : undefined
      return {
        need: 'knock',
        found,
        ...(facts.opens === need.said && facts.opensAlarm !== undefined ? { alarm: facts.opensAlarm } : {}),
        ...(facts.claims === undefined ? {} : { claimed: facts.claims }),
        ...(facts.invitation === undefined ? {} : { invitation: facts.invitation }),
      }
    }
    case 'secrets':
      return { need: 'secrets', isSecret: facts.codeWord === need.said, text: need.said }
    case 'alias':
      return { need: 'alias', alias: 'CA-7K2MQ' }
    case 'queue':
      return { need: 'queue', cases: facts.cases ?? [], alarms: facts.alarms ?? [] }
    case 'mine':
      return { need: 'mine', cases: facts.cases ?? [] }
    case 'onDuty':
      return { need: 'onDuty', count: facts.duty ?? 0 }
    case 'otherMembers':
      return { need: 'otherMembers', members: facts.members ?? [] }
    case 'board':
      return { need: 'board', cases: facts.cases ?? [] }
    case 'referrals':
      return { need: 'referrals', referrals: facts.referrals ?? [] }
    case 'glass':
      return { need: 'glass', glass: facts.glass }
    case 'requests':
      return { need: 'requests', requests: facts.requests ?? [] }
    case 'alarm':
      return { need: 'alarm', alarm: facts.alarm }
    case 'findSheets':
      return { need: 'findSheets', sheets: facts.sheets ?? [] }
    case 'sheet':
      return { need: 'sheet', sheet: facts.sheets?.find((one) => one.id === need.id) }
    case 'allSheets':
      return { need: 'allSheets', sheets: facts.allSheets ?? [] }
  }
}

/** All that was said, as she reads it. */
export const saidIn = (turn: VaultTurn): string => turn.says.map((one) => one.lines.map(speak).join('\n')).join('\n\n')
export const firstSaid = (turn: VaultTurn): string => turn.says[0]?.lines.map(speak).join('\n') ?? ''
