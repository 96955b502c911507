/** An answer with another status than the usual one of its endpoint, which names its schema under `others`. */
export class OtherAnswer {
  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {}
}

/** The answer to what is left to a job. */
export function accepted(body: unknown): OtherAnswer {
  return new OtherAnswer(202, body)
}
