'use client'

import { useCallback, useEffect, useState } from 'react'
import { ApiError, fetchJson } from './fetchJson'

export type Resource<T> = {
  /** The last answer; a reload or another URL keeps it until the new one is there. */
  data: T | null
  /** Why the last load failed; `null` while all is well. */
  error: ApiError | null
  isLoading: boolean
  reload: () => void
}

type State<T> = Omit<Resource<T>, 'reload'>

/** Loads a URL of the portal's API and follows its changes; `null` loads nothing. Aborts when the component goes. */
export function useResource<T>(url: string | null): Resource<T> {
  const [round, setRound] = useState(0)
  const [state, setState] = useState<State<T>>({ data: null, error: null, isLoading: url !== null })

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is what `reload` asks for
  useEffect(() => {
    if (url === null) return
    const controller = new AbortController()
    setState((before) => ({ ...before, isLoading: true }))
    load<T>({ url, signal: controller.signal }).then((outcome) => {
      if (controller.signal.aborted) return
      setState((before) => ({ data: outcome.data ?? before.data, error: outcome.error, isLoading: false }))
    })
    return () => controller.abort()
  }, [url, round])

  const reload = useCallback(() => setRound((before) => before + 1), [])
  return { ...state, reload }
}

async function load<T>({
  url,
  signal,
}: {
  url: string
  signal: AbortSignal
}): Promise<{ data: T | null; error: ApiError | null }> {
  try {
    return { data: await fetchJson<T>({ url, signal }), error: null }
  } catch (error) {
    return { data: null, error: error instanceof ApiError ? error : unexpected(error) }
  }
}

function unexpected(error: unknown): ApiError {
  return new ApiError({ status: 0, errors: [{ message: String(error), code: 'unexpected' }] })
}
