import { z } from 'zod'
import { type Fallgruppe, fallgruppeKeys } from '../domain/cases/caseFields'

/** A group of cases by its key. */
export const fallgruppe = z.enum(fallgruppeKeys as [Fallgruppe, ...Fallgruppe[]])
