/** Why a whole file is refused, in German and English; `{name}` is filled from the parameters. */
export type FileFailureText = { status: 413 | 415 | 422; de: string; en: string }
