import { describeFileFailure, fileFailure, isFileFailureCode } from '../../domain/imports/fileFailure'
import type { Language } from '../../domain/language'
import { problemTexts } from '../../domain/problemTexts'
import type { RefusalCode } from '../doorContract'
import { errorText, isErrorCode } from '../errorTexts'

/** What a code says, with `…` where it names something. */
export function refusalText(code: RefusalCode, language: Language): string {
  if (isErrorCode(code)) return errorText({ code, language })
  if (isFileFailureCode(code)) return describeFileFailure({ failure: fileFailure(code), language })
  return problemTexts[code][language].replace(/\{\w+\}/g, '…')
}
