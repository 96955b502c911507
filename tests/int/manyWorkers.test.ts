import { getPayload, type Payload, type Where } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { storeOf } from '../../src/store/storeOf'
import { type Portal, startPortal } from './portal'

/** What several processes do once; the embedded database has one process. See also tests/nodes. */
const isShared = Boolean(process.env.MONGODB_URI)

describe.skipIf(!isShared)('of several workers', () => {
  let portal: Portal
  let workers: Payload[]

  beforeAll(async () => {
    portal = await startPortal()
    const { default: config } = await import('@payload-config')
    const others = ['B', 'C'].map((name) => getPayload({ config, key: `worker ${name}` }))
    workers = [portal.payload, ...(await Promise.all(others))]
  })

  afterAll(async () => {
    for (const { db } of workers.slice(1)) await db.destroy?.()
    await portal.stop()
  })

  beforeEach(() => portal.payload.db.deleteMany({ collection: 'payload-jobs', where: {} }))

  const queue = () => portal.payload.jobs.queue({ task: 'expirePreviews', input: {}, queue: 'default' })
  const isWaiting: Where = { and: [{ processing: { equals: false } }, { queue: { equals: 'default' } }] }
  /** As Payload's runner takes jobs. */
  const take = ({ db }: Payload, limit: number) =>
    db.updateJobs({ data: { processing: true }, limit, returning: true, where: isWaiting })

  test('each job is given to one', async () => {
    for (let index = 0; index < 60; index += 1) await queue()
    const taken: string[] = []
    for (let round = 0; round < 10; round += 1) {
      const jobs = await Promise.all(workers.map((worker) => take(worker, 7)))
      for (const job of jobs.flatMap((all) => all ?? [])) {
        expect(job).toMatchObject({ processing: true, taskSlug: 'expirePreviews' })
        taken.push(String(job.id))
      }
    }
    expect(taken).toHaveLength(60)
    expect(new Set(taken).size).toBe(60)
  })

  test('the oldest come first, and no more than are asked for', async () => {
    const ids: string[] = []
    for (let index = 0; index < 5; index += 1) ids.push(String((await queue()).id))
    const [worker] = workers
    if (!worker) throw new Error('There is no worker.')
    const taken = await worker.db.updateJobs({
      data: { processing: true },
      limit: 2,
      returning: true,
      sort: 'createdAt',
      where: isWaiting,
    })
    expect(taken?.map(({ id }) => String(id))).toEqual(ids.slice(0, 2))
  })

  test('each run of a schedule is had by one, and none that is older', async () => {
    const claim = (at: string) =>
      Promise.all(workers.map((worker) => storeOf(worker).claimScheduled('notify', new Date(at))))
    const had = async (at: string) => (await claim(at)).filter(Boolean).length
    expect(await had('2026-11-23T10:00:00Z')).toBe(1)
    expect(await had('2026-11-23T10:00:00Z')).toBe(0)
    expect(await had('2026-11-23T10:05:00Z')).toBe(1)
    expect(await had('2026-11-23T10:00:00Z')).toBe(0)
  })

  test('a lease is had by one, until that gives it up or no more signs', async () => {
    const hold = (holder: string, seconds: number) => {
      const now = Date.UTC(2026, 10, 23, 10, 0, seconds)
      const times = {
        now: new Date(now).toISOString(),
        silentSince: new Date(now - 30_000).toISOString(),
      }
      return storeOf(portal.payload).holdLease({ name: 'erasures', holder }, times)
    }
    const giveUp = (holder: string) => storeOf(portal.payload).giveUpLease({ name: 'erasures', holder })
    const first = await Promise.all(['a', 'b', 'c'].map((holder) => hold(holder, 0)))
    expect(first.filter(Boolean)).toHaveLength(1)
    const [owner = '', other = '', last = ''] = ['a', 'b', 'c'].toSorted(
      (left, right) => Number(first['abc'.indexOf(right)]) - Number(first['abc'.indexOf(left)]),
    )
    expect([await hold(owner, 20), await hold(other, 45)]).toEqual([true, false])
    expect([await hold(other, 51), await hold(owner, 52)]).toEqual([true, false])
    await giveUp(owner)
    expect(await hold(last, 53)).toBe(false)
    await giveUp(other)
    expect(await hold(last, 54)).toBe(true)
  })
})
