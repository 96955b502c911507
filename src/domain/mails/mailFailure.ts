/** What kept a mail from being sent, to be said in the reader's language. */
export const mailFailureCodes = [
  'unreachable',
  'login',
  'encryption',
  'recipient',
  'content',
  'other',
] as const
export type MailFailureCode = (typeof mailFailureCodes)[number]

export type MailFailure = {
  code: MailFailureCode
  /** The mail server's own words, or those of the connection to it. */
  detail: string
  /** Whether trying again can change nothing: the server refused this recipient or this mail for good (RFC 5321, 4.2.1). */
  isFinal: boolean
}

/** nodemailer's codes, and those of the network below it. */
const codeOf: Readonly<Record<string, MailFailureCode>> = {
  ECONNECTION: 'unreachable',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  ETIMEDOUT: 'unreachable',
  ESOCKET: 'unreachable',
  EDNS: 'unreachable',
  EAUTH: 'login',
  ENOAUTH: 'login',
  EOAUTH2: 'login',
  ETLS: 'encryption',
  EREQUIRETLS: 'encryption',
  EENVELOPE: 'recipient',
  EMESSAGE: 'content',
}

const maxDetail = 500

/** Reads what a transport threw. */
export function readMailFailure(error: unknown): MailFailure {
  const { code, responseCode } = partsOf(error)
  const failure = (typeof code === 'string' && Object.hasOwn(codeOf, code) && codeOf[code]) || 'other'
  const isRefusal = failure === 'recipient' || failure === 'content'
  return {
    code: failure,
    detail: (error instanceof Error ? error.message : String(error)).slice(0, maxDetail),
    isFinal: isRefusal && typeof responseCode === 'number' && responseCode >= 500,
  }
}

function partsOf(error: unknown): { code?: unknown; responseCode?: unknown } {
  return typeof error === 'object' && error !== null ? error : {}
}
