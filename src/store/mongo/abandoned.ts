/** Why a transaction was given up on purpose. */
export class Abandoned extends Error {
  constructor(readonly outcome: 'notOpen' | 'conflict' | 'overtaken') {
    super(outcome)
  }
}
