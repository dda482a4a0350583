import { canonical } from '../../domain/words/fold.ts'
import { otherDoor, type OtherDoor } from '../doorNames.ts'
import { isHelp } from '../helpWords.ts'

/** Words that work anywhere. */
export type Verb =
  | 'menu'
  | 'help'
  | 'back'
  | 'later'
  | 'cancel'
  | 'resume'
  | 'stuck'
  | 'report'
  | 'unit'
  | 'drafts'
  | 'reports'
  | 'loops'
  | 'evidence'
  | 'news'
  | 'nudge'
  | 'progress'
  | 'digest'
  | 'announcements'
  | 'papers'
  | 'queue'
  | 'admin'
  | 'confidential'
  | 'counsel'
  | 'code'
  | OtherDoor
  | 'english'
  | 'vietnamese'

const VERBS: ReadonlyMap<string, Verb> = new Map([
  ['menu', 'menu'],
  ['trangchu', 'menu'],
  ['batdau', 'menu'],
  ['start', 'menu'],
  ['quaylai', 'back'],
  ['lui', 'back'],
  ['back', 'back'],
  ['desau', 'later'],
  ['huy', 'cancel'],
  ['huybo', 'cancel'],
  ['cancel', 'cancel'],
  ['khongphaibaocao', 'cancel'],
  ['tieptuc', 'resume'],
  ['goket', 'stuck'],
  ['baocao', 'report'],
  ['donvitoi', 'unit'],
  ['bannhap', 'drafts'],
  ['xembannhap', 'drafts'],
  ['cacbaocao', 'reports'],
  ['baocaodagui', 'reports'],
  ['viecconmo', 'loops'],
  ['minhchung', 'evidence'],
  ['cogimoi', 'news'],
  ['cogimoikhong', 'news'],
  ['nhac', 'nudge'],
  ['nhacviec', 'nudge'],
  ['nhacdonvi', 'nudge'],
  ['tiendo', 'progress'],
  ['bantin', 'digest'],
  ['thongbao', 'announcements'],
  ['vanban', 'papers'],
  ['bieudo', 'papers'],
  ['word', 'papers'],
  ['excel', 'papers'],
  ['duyet', 'queue'],
  ['choduyet', 'queue'],
  ['duyetbaocao', 'queue'],
  ['quantri', 'admin'],
  ['hoikin', 'confidential'],
  ['hoirieng', 'confidential'],
  ['tuvan', 'counsel'],
  ['bantuvan', 'confidential'],
  ['mamoi', 'code'],
  ['english', 'english'],
  ['tienganh', 'english'],
  ['tiengviet', 'vietnamese'],
  ['vietnamese', 'vietnamese'],
])

/** Where an answer is being typed only these leave the question; the rest may be the answer. */
const IN_ANSWERS: ReadonlySet<Verb> = new Set(['menu', 'help', 'back', 'later', 'cancel', 'stuck'])

export function readVerb(text: string, typingAnswer: boolean): Verb | undefined {
  if (text.length > 30) return undefined
  const verb = isHelp(text) ? 'help' : (VERBS.get(canonical(text)) ?? otherDoor(text))
  return verb !== undefined && typingAnswer && !IN_ANSWERS.has(verb) ? undefined : verb
}

/** Words of an officer's or a leader's work alone: no woman asks them. */
const OF_WORK: ReadonlySet<Verb> = new Set([
  'evidence',
  'announcements',
  'menu',
  'report',
  'unit',
  'drafts',
  'nudge',
  'progress',
  'digest',
  'papers',
  'queue',
  'admin',
])

export function isOfWork(text: string): boolean {
  const verb = readVerb(text, false)
  return verb !== undefined && OF_WORK.has(verb)
}
