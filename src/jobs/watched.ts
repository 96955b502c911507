import type { PayloadRequest } from 'payload'

type Running = { job: { id: number | string }; req: PayloadRequest }

/** How often a running job says that its process lives; others take it for dead after several (`startServer.ts`). */
const beatMs = 20_000

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
  const beat = setInterval(() => void giveSign(call), beatMs)
  const work = run()
  running.set(
    job.id,
    work.catch(() => undefined), // What it throws, Payload sees; here only its end counts.
  )
  try {
    return await work
  } finally {
    clearInterval(beat)
    running.delete(job.id)
    req.payload.logger.debug({ job, msg: 'A job has ended.' })
  }
}

async function giveSign({ job, req }: Running): Promise<void> {
  try {
    const data = { updatedAt: new Date().toISOString() }
    await req.payload.db.updateJobs({ id: job.id, data, returning: false })
  } catch (error) {
    req.payload.logger.warn({ err: error, job, msg: 'A running job could not say that it runs.' })
  }
}
