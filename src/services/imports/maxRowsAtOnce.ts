/** An import of more rows is applied, and undone, by a job, and whoever asks for it is answered at once. */
export const maxRowsAtOnce = 2_000
