import type { Fallgruppe } from '../../domain/cases/caseFields'
import { type DurationGroup, type Wait, waits } from '../../domain/reports/analyses/durations'
import type { HauptgruppeCount } from '../../domain/reports/analyses/mainGroups'
import { type OpenGroup, type OpenKind, openKinds } from '../../domain/reports/analyses/openWork'
import type { AnalysisRange } from '../caseCounts'
import type { MongoDatabase } from './mongoDatabase'

const dateOfWait: Record<Wait, string> = { unterlagen: 'unterlagenErhaltenAm', gutachten: 'gutachtenAm' }

/** See `CaseStore.durationGroups`. */
export async function durationGroups(
  database: MongoDatabase,
  range: AnalysisRange,
): Promise<DurationGroup[]> {
  const counted = await Promise.all(waits.map((bis) => durationsUntil({ database, range, bis })))
  return counted.flat()
}

async function durationsUntil({
  database,
  range,
  bis,
}: {
  database: MongoDatabase
  range: AnalysisRange
  bis: Wait
}): Promise<DurationGroup[]> {
  const until = dateOfWait[bis]
  const tage = { $dateDiff: { startDate: dateOf('$datum'), endDate: dateOf(`$${until}`), unit: 'day' } }
  const groups = await database
    .collection('cases')
    .aggregate([
      { $match: { ...matchOf(range), [until]: { $type: 'string' } } },
      { $group: { _id: { kw: '$kw', fallgruppe: '$fallgruppe', tage }, count: { $sum: 1 } } },
      { $match: { '_id.tage': { $ne: null } } },
    ])
    .toArray()
  return groups.map(({ _id, count }) => {
    const key = _id as { kw: number; fallgruppe: Fallgruppe; tage: unknown }
    return {
      bis,
      kw: Number(key.kw),
      fallgruppe: key.fallgruppe,
      tage: Number(key.tage),
      count: Number(count),
    }
  })
}

/** See `CaseStore.hauptgruppeCounts`. Cases with the same codes are counted first, and their codes taken apart once. */
export async function hauptgruppeCounts(
  database: MongoDatabase,
  range: AnalysisRange,
): Promise<HauptgruppeCount[]> {
  const beginnings = { $map: { input: { $split: ['$_id', ', '] }, in: { $substrCP: ['$$this', 0, 3] } } }
  const groups = await database
    .collection('cases')
    .aggregate([
      { $match: { ...matchOf(range), icd: { $type: 'string' } } },
      { $group: { _id: '$icd', count: { $sum: 1 } } },
      { $project: { count: 1, hauptgruppe: { $setUnion: [beginnings] } } },
      { $unwind: '$hauptgruppe' },
      { $group: { _id: '$hauptgruppe', count: { $sum: '$count' } } },
    ])
    .toArray()
  return groups.map(({ _id, count }) => ({ hauptgruppe: String(_id), count: Number(count) }))
}

const isOpen: Record<OpenKind, object> = {
  pendingIcd: { icd: null },
  pendingCoding: { gutachten: true, gutachtenTyp: null },
  keineRueckmeldung: { unterlagen: { $ne: true }, ablehnung: { $ne: true }, abbruch: { $ne: true } },
}

/** See `CaseStore.openGroups`. */
export async function openGroups(
  database: MongoDatabase,
  range: Pick<AnalysisRange, 'fallgruppe'>,
): Promise<OpenGroup[]> {
  const counted = await Promise.all(openKinds.map((was) => openDays({ database, range, was })))
  return counted.flat()
}

async function openDays({
  database,
  range,
  was,
}: {
  database: MongoDatabase
  range: Pick<AnalysisRange, 'fallgruppe'>
  was: OpenKind
}): Promise<OpenGroup[]> {
  const groups = await database
    .collection('cases')
    .aggregate([
      { $match: { ...isOpen[was], ...matchOf(range) } },
      { $group: { _id: '$datum', count: { $sum: 1 } } },
    ])
    .toArray()
  return groups.map(({ _id, count }) => ({ was, datum: _id as OpenGroup['datum'], count: Number(count) }))
}

function matchOf(range: Partial<AnalysisRange>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(range).filter(([, value]) => value !== undefined))
}

/** A day as a date of MongoDB; one that it cannot read is none. */
function dateOf(field: string) {
  return { $dateFromString: { dateString: field, format: '%Y-%m-%d', onError: null } }
}
