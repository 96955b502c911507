import { type FileFailure, type FileFailureCode, fileFailure } from '../../../domain/imports/fileFailure'

/** Ends the reading of a workbook for a reason that is told; `readWorkbook` turns it into its answer. */
export class WorkbookRefusal extends Error {
  readonly failure: FileFailure

  constructor(code: FileFailureCode, params?: FileFailure['params']) {
    super(code)
    this.failure = fileFailure(code, params)
  }
}
