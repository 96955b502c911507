'use client'

import { type FormEvent, useState } from 'react'
import { ApiError } from './fetchJson'

export type Submit = {
  isRunning: boolean
  /** Why the last one failed, as a sentence; `null` while all is well. */
  failure: string | null
  /** Runs once at a time; also as a form's `onSubmit`. */
  submit: (event?: FormEvent) => void
}

/** Sends something and says why it did not work; `explain` may find better words, or take the failure on itself (`null`). */
export function useSubmit(
  send: () => Promise<void>,
  explain: (error: ApiError) => string | null = (error) => error.message,
): Submit {
  const [isRunning, setIsRunning] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const run = async () => {
    setIsRunning(true)
    setFailure(null)
    try {
      await send()
    } catch (error) {
      setFailure(error instanceof ApiError ? explain(error) : String(error))
    } finally {
      setIsRunning(false)
    }
  }
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (!isRunning) void run()
  }
  return { isRunning, failure, submit }
}
