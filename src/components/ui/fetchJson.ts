import type { Language } from '../../domain/language'

/** What `fetchJson` is asked: `body` is sent as JSON, `form` as multipart; `schema` checks the answer. */
type JsonRequest<T> = {
  url: string
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  form?: FormData
  signal?: AbortSignal
  schema?: { parse: (answer: unknown) => T }
}

/** One entry of `{errors: […]}` as an endpoint answers it (SPEC §8). */
type ApiErrorEntry = { message: string; code?: string } & Record<string, unknown>

/** A refused request: its HTTP status (0: no answer at all), the first stable code and sentence, and every entry. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly errors: ApiErrorEntry[]
  /** The whole answer: a 409 carries the first result beside its `errors`. */
  readonly answer: unknown

  constructor({ status, errors, answer }: { status: number; errors: ApiErrorEntry[]; answer?: unknown }) {
    super(errors[0]?.message ?? fallbackMessage(status))
    this.name = 'ApiError'
    this.status = status
    this.code = errors[0]?.code ?? 'unknown'
    this.errors = errors
    this.answer = answer
  }
}

/** Asks an endpoint of the portal in the panel's language; anything but success throws an `ApiError`. */
export async function fetchJson<T>({ url, method, body, form, signal, schema }: JsonRequest<T>): Promise<T> {
  const response = await send({ url, method, body, form, signal })
  const answer = await readAnswer(response)
  if (!response.ok) throw new ApiError({ status: response.status, errors: errorsOf(answer), answer })
  return schema ? schema.parse(answer) : (answer as T)
}

async function send({
  url,
  method,
  body,
  form,
  signal,
}: Omit<JsonRequest<never>, 'schema'>): Promise<Response> {
  const headers: Record<string, string> = { 'Accept-Language': panelLanguage(), Accept: 'application/json' }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  const payload = form ?? (body === undefined ? undefined : JSON.stringify(body))
  try {
    return await fetch(url, {
      method: method ?? (payload === undefined ? 'GET' : 'POST'),
      credentials: 'include',
      headers,
      body: payload,
      signal,
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiError({ status: 0, errors: [{ message: fallbackMessage(0), code: 'unreachable' }] })
  }
}

async function readAnswer(response: Response): Promise<unknown> {
  const text = await response.text()
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!response.ok) return null
    throw new ApiError({ status: response.status, errors: [{ message: String(error), code: 'unreadable' }] })
  }
}

function errorsOf(answer: unknown): ApiErrorEntry[] {
  if (typeof answer !== 'object' || answer === null || !('errors' in answer)) return []
  return Array.isArray(answer.errors) ? answer.errors.filter(isEntry) : []
}

function isEntry(entry: unknown): entry is ApiErrorEntry {
  return (
    typeof entry === 'object' && entry !== null && 'message' in entry && typeof entry.message === 'string'
  )
}

/** The language of the page, as the panel sets it on `<html lang>`. */
function panelLanguage(): Language {
  return document.documentElement.lang.startsWith('en') ? 'en' : 'de'
}

/** Only for answers without a sentence of their own (a proxy's page, no network). */
function fallbackMessage(status: number): string {
  const isEnglish = typeof document !== 'undefined' && panelLanguage() === 'en'
  if (status === 0) {
    return isEnglish
      ? 'The server cannot be reached. Please check the connection and try again.'
      : 'Der Server ist nicht erreichbar. Bitte die Verbindung prüfen und erneut versuchen.'
  }
  return isEnglish ? `The request failed (${status}).` : `Die Anfrage ist fehlgeschlagen (${status}).`
}
