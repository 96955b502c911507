import type { Language } from '../language'
import { catalogueFailureTexts } from './fileFailures/catalogueFailureTexts'
import { csvFailureTexts } from './fileFailures/csvFailureTexts'
import type { FileFailureText } from './fileFailures/fileFailureText'
import { workbookFailureTexts } from './fileFailures/workbookFailureTexts'

const fileFailureTexts = { ...csvFailureTexts, ...workbookFailureTexts, ...catalogueFailureTexts }

export type FileFailureCode = keyof typeof fileFailureTexts

/** A file that cannot be read at all. */
export type FileFailure = {
  status: FileFailureText['status']
  code: FileFailureCode
  params: Readonly<Record<string, string | number>>
}

/** The failure of a code with the status it has everywhere. */
export function fileFailure(code: FileFailureCode, params: FileFailure['params'] = {}): FileFailure {
  return { status: fileFailureTexts[code].status, code, params }
}

/** What a failure says to a person. */
export function describeFileFailure({
  failure,
  language,
}: {
  failure: FileFailure
  language: Language
}): string {
  return fileFailureTexts[failure.code][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(failure.params[name] ?? '…'),
  )
}

/** Whether a code is that of a file that cannot be read. */
export function isFileFailureCode(code: string): code is FileFailureCode {
  return Object.hasOwn(fileFailureTexts, code)
}

/** Why a file that is imported may be refused whole, by what it should be. */
export const importFailureCodes = {
  csv: Object.keys(csvFailureTexts) as FileFailureCode[],
  xlsx: ['emptyFile', ...(Object.keys(workbookFailureTexts) as FileFailureCode[])],
} satisfies Record<string, FileFailureCode[]>
