import { canonical } from '../domain/words/fold.ts'

/** The doors beside that of a question in confidence. */
export type OtherDoor = 'formal' | 'bystander'

const NAMES: ReadonlyMap<string, OtherDoor> = new Map([
  ['baotinchinhthuc', 'formal'],
  ['tobaochinhthuc', 'formal'],
  ['formalreport', 'formal'],
  ['baogiupnguoikhac', 'bystander'],
  ['baogiup', 'bystander'],
  ['baohonguoikhac', 'bystander'],
  ['baochonguoikhac', 'bystander'],
  ['baotingiupnguoikhac', 'bystander'],
  ['wordforsomebodyelse', 'bystander'],
])

/** Is the whole message the name of one of them? */
export const otherDoor = (text: string): OtherDoor | undefined => NAMES.get(canonical(text))
