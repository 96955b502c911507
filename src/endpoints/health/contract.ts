import { z } from 'zod'

const check = z.enum(['ok', 'failed'])
const checks = z.object({
  accepting: check,
  database: check,
  migrations: check,
  jobs: z.enum(['ok', 'failed', 'elsewhere']),
  disk: check,
  files: check,
})

/** `GET /api/health` */
export const healthOut = z.object({ status: z.literal('ok') })
export const notHealthyOut = z.object({ status: z.literal('unavailable') })

/** `GET /api/ready`: which checks hold; `elsewhere` when other processes run the jobs. */
export const readyOut = z.object({ status: z.literal('ready'), checks })
export const notReadyOut = z.object({ status: z.literal('unavailable'), checks })
