/** Why an installation was not carried: a sentence that names what is meant and says what to do. */
export class TransferFailure extends Error {
  override name = 'TransferFailure'
}
