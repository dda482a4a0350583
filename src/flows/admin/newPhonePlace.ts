import { inviteCode } from '../../domain/inviteCode.ts'
import type { Input } from '../heard.ts'
import { ask, choice, say, t } from '../say.ts'
import { type Ctx, type Flow, unitsOf } from '../union/context.ts'
import { peopleOf } from '../union/needs.ts'
import type { Place } from '../union/place.ts'

type NewPhonePlace = Extract<Place, { at: 'newPhone' }>

/** A lost or new phone: the old one is locked at once, and a code lets her in on the new one as who she is. */
export function* newPhonePlace(place: NewPhonePlace, input: Input, ctx: Ctx): Flow {
  const units = unitsOf(ctx.who, 'admin').flatMap((root) => ctx.tree.subtreeOn(root, ctx.today))
  const people = yield* peopleOf([...new Set(units.map((one) => one.unit))])
  const found = people.find((one) => one.person === place.person)
  if (found === undefined) return { place: { at: 'home' }, says: [say(t('officer.notYours'))], effects: [] }
  if (input.kind !== 'picked' || input.id !== 'yes') {
    return {
      place,
      says: [
        ask(
          [t('admin.newPhoneSure', { name: found.name })],
          [choice('yes', t('admin.newPhoneYes'), 'danger'), choice('revoke', t('page.back'))],
        ),
      ],
      effects: [],
    }
  }
  const code = inviteCode(ctx.newSecret())
  return {
    place: { at: 'admin' },
    says: [
      ask(
        [t('admin.newPhoneCode', { name: found.name, code })],
        [choice('admin', t('page.back'), 'go'), choice('home', t('menu.home'))],
      ),
    ],
    effects: [
      { do: 'lockPhones', person: found.person },
      {
        do: 'invite',
        id: ctx.newId(),
        code: code.replace('-', ''),
        role: found.role,
        unit: found.unit,
        person: found.person,
        name: found.name,
      },
      { do: 'audit', act: 'newPhone', subject: found.person },
    ],
  }
}
