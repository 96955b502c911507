import { xlsxMimeType } from './xlsx/xlsxMimeType'

/** The files that come in and go out, each with its media type. */
export const fileMediaTypes = { csv: 'text/csv', xlsx: xlsxMimeType } as const

export type FileKind = keyof typeof fileMediaTypes
