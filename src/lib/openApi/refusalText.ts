import { describeFileFailure, fileFailure, isFileFailureCode } from '../../domain/imports/fileFailure'
import { problemTexts } from '../../domain/problemTexts'
import type { RefusalCode } from '../doorContract'
import { errorText, isErrorCode } from '../errorTexts'
import type { Language } from '../language'

/** What a code says, with `…` where it names something. */
export function refusalText(code: RefusalCode, language: Language): string {
  if (isErrorCode(code)) return errorText({ code, language })
  if (isFileFailureCode(code)) return describeFileFailure({ failure: fileFailure(code), language })
  return problemTexts[code][language].replace(/\{\w+\}/g, '…')
}
