import type { PayloadRequest } from 'payload'
import { givingSigns } from '../lib/signsOfLife'

type Running = { job: { id: number | string }; req: PayloadRequest }

const running = new Map<number | string, Promise<unknown>>()

/** The jobs that this process is running now. */
export const runningJobs: ReadonlyMap<number | string, Promise<unknown>> = running

/** A task whose jobs give a sign of life while they run, and are known to whoever stops the process. */
export function watched<Task extends { handler: unknown }>(task: Task): Task {
  const { handler } = task
  if (typeof handler !== 'function') return task
  return { ...task, handler: (call: Running) => watch({ call, run: async () => handler(call) }) }
}

async function watch({ call, run }: { call: Running; run: () => Promise<unknown> }): Promise<unknown> {
  const { job, req } = call
  const work = givingSigns({
    sign: () => giveSign(call),
    onFailure: (err) =>
      req.payload.logger.warn({ err, job, msg: 'A running job could not say that it runs.' }),
    work: run,
  })
  running.set(
    job.id,
    work.catch(() => undefined), // What it throws, Payload sees; here only its end counts.
  )
  try {
    return await work
  } finally {
    running.delete(job.id)
    req.payload.logger.debug({ job, msg: 'A job has ended.' })
  }
}

async function giveSign({ job, req }: Running): Promise<void> {
  const data = { updatedAt: new Date().toISOString() }
  await req.payload.db.updateJobs({ id: job.id, data, returning: false })
}
