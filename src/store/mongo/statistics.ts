import type { Fallgruppe } from '../../domain/cases/caseFields'
import { countCodes } from '../../domain/reports/countCodes'
import type { FlagGroup, IcdCount } from '../../domain/reports/cube'
import type { CaseFilter } from '../caseCounts'
import type { MongoDatabase } from './mongoDatabase'

/** See `CaseStore.flagGroups`. */
export async function flagGroups(
  database: MongoDatabase,
  { jahr, bisKw }: { jahr: number; bisKw: number },
): Promise<FlagGroup[]> {
  const groups = await database
    .collection('cases')
    .aggregate([
      { $match: { jahr, kw: { $lte: bisKw } } },
      { $group: { _id: { kw: '$kw', fallgruppe: '$fallgruppe', flags: '$statistik' }, count: { $sum: 1 } } },
    ])
    .toArray()
  return groups.map(({ _id, count }) => {
    const key = _id as { kw: number; fallgruppe: Fallgruppe; flags: number }
    return { kw: Number(key.kw), fallgruppe: key.fallgruppe, flags: Number(key.flags), count: Number(count) }
  })
}

/** See `CaseStore.icdCounts`. The index counts cases with the same codes; what the codes are is read afterwards. */
export async function icdCounts(
  database: MongoDatabase,
  { jahr, bisKw, fallgruppe }: { jahr: number; bisKw: number; fallgruppe: Fallgruppe },
): Promise<IcdCount[]> {
  const groups = await database
    .collection('cases')
    .aggregate([
      { $match: { jahr, fallgruppe, icd: { $type: 'string' }, kw: { $lte: bisKw } } },
      { $group: { _id: '$icd', count: { $sum: 1 } } },
    ])
    .toArray()
  return countCodes(groups.map(({ _id, count }) => ({ icd: String(_id), count: Number(count) })))
}

/** See `CaseStore.pendingCounts`. */
export async function pendingCounts(database: MongoDatabase) {
  const cases = database.collection('cases')
  const [pendingIcd, pendingCoding] = await Promise.all([
    cases.countDocuments({ icd: null }),
    cases.countDocuments({ gutachten: true, gutachtenTyp: null }),
  ])
  return { pendingIcd, pendingCoding }
}

/** See `CaseStore.codingProgress`. */
export async function codingProgress(database: MongoDatabase, filter: CaseFilter) {
  const wanted = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
  const groups = await database
    .collection('cases')
    .aggregate([
      { $match: { gutachten: true, ...wanted } },
      { $group: { _id: '$gutachtenTyp', count: { $sum: 1 } } },
    ])
    .toArray()
  const count = (typ: string | null) =>
    groups.filter((group) => (group._id ?? null) === typ).reduce((sum, group) => sum + Number(group.count), 0)
  const [bestaetigung, alternative] = [count('bestaetigung'), count('alternative')]
  return { gutachten: bestaetigung + alternative + count(null), bestaetigung, alternative }
}

/** See `CaseStore.years`. */
export async function years(database: MongoDatabase): Promise<{ jahr: number; lastKw: number }[]> {
  const groups = await database
    .collection('cases')
    .aggregate([{ $group: { _id: '$jahr', lastKw: { $max: '$kw' } } }, { $sort: { _id: -1 } }])
    .toArray()
  return groups.map((group) => ({ jahr: Number(group._id), lastKw: Number(group.lastKw) }))
}
