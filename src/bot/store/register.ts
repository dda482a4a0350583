import { z } from 'zod'
import { localDate } from '../../domain/calendar.ts'
import { unitId } from '../../domain/ids.ts'
import { LEVELS, type LineageKind, type Register, type UnitTree, type UnitVersion } from '../../domain/unit/unit.ts'
import { makeUnitTree } from '../../domain/unit/tree.ts'
import type { Store } from './store.ts'
import type { Tx } from './tx.ts'

const KINDS: readonly LineageKind[] = ['merge', 'split', 'rename', 'reparent', 'end']

/** The register of units as it stands in the database. */
export async function readRegister(tx: Pick<Tx, 'unitVersion' | 'lineage'>): Promise<Register> {
  const versions = await tx.unitVersion.findMany({ orderBy: { id: 'asc' } })
  const lineage = await tx.lineage.findMany({ orderBy: { id: 'asc' } })
  return {
    versions: versions.map((row) => ({
      unit: unitId(row.unit),
      name: row.name,
      level: LEVELS.find((one) => one === row.level) ?? 'commune',
      from: localDate(row.from),
      grassroots: row.grassroots,
      ...(row.parent === null ? {} : { parent: unitId(row.parent) }),
      ...(row.to === null ? {} : { to: localDate(row.to) }),
      ...(row.code === null ? {} : { code: row.code }),
    })),
    lineage: lineage.map((row) => ({
      kind: KINDS.find((one) => one === row.kind) ?? 'end',
      on: localDate(row.on),
      from: row.from.map((one) => unitId(one)),
      to: row.to.map((one) => unitId(one)),
      basis: row.basis,
    })),
  }
}

/** Writes units and lineage, and lets every process see that the register is another now. */
export async function writeRegister(tx: Tx, register: Register): Promise<void> {
  await tx.unitVersion.createMany({
    data: register.versions.map((one) => ({
      unit: one.unit,
      name: one.name,
      level: one.level,
      parent: one.parent ?? null,
      from: one.from,
      to: one.to ?? null,
      grassroots: one.grassroots ?? false,
      code: one.code ?? null,
    })),
  })
  await tx.lineage.createMany({
    data: register.lineage.map((one) => ({
      kind: one.kind,
      on: one.on,
      from: [...one.from],
      to: [...one.to],
      basis: one.basis,
    })),
  })
  await registerChanged(tx)
}

/** Adds versions, and gives versions that are there an end or a code; nothing else of them is ever rewritten. */
export async function changeRegister(
  tx: Tx,
  { added, changed }: { readonly added: readonly UnitVersion[]; readonly changed: readonly UnitVersion[] },
): Promise<void> {
  for (const one of changed) {
    await tx.unitVersion.update({
      where: { unit_from: { unit: one.unit, from: one.from } },
      data: { to: one.to ?? null, code: one.code ?? null },
    })
  }
  await writeRegister(tx, { versions: added, lineage: [] })
}

async function registerChanged(tx: Tx): Promise<void> {
  const before = await tx.setting.findUnique({ where: { key: 'register' } })
  const version = z.int().catch(0).parse(before?.value) + 1
  await tx.setting.upsert({
    where: { key: 'register' },
    create: { key: 'register', value: version },
    update: { value: version },
  })
}

/** Keeps the tree of the newest version that was asked for. */
export function registerCache(store: Store): (version: string) => Promise<UnitTree> {
  let kept: { version: string; tree: Promise<UnitTree> } | undefined
  return (version) => {
    if (kept?.version !== version) kept = { version, tree: readRegister(store.union).then(makeUnitTree) }
    return kept.tree
  }
}
