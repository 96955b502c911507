import { z } from 'zod'

/** The query of a paged list: which page, and how many on each; `usual` unless told, at most `most`. */
export const pagingQuery = ({ usual, most }: { usual: number; most: number }) =>
  z.object({
    page: z.coerce.number().int().min(1).default(1),
    limit: z.coerce.number().int().min(1).max(most).default(usual),
  })

/** What every paged answer carries beside its `docs`. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    docs: z.array(item),
    totalDocs: z.number(),
    page: z.number(),
    limit: z.number(),
    totalPages: z.number(),
  })
