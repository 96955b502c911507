import { cookies, headers } from 'next/headers'
import type { Language } from '../../domain/language'

/** The language of a page without the panel: as chosen in the panel before, else as the browser asks, else German. */
export async function publicLanguage(): Promise<Language> {
  const chosen = (await cookies()).get('payload-lng')?.value
  const asked = chosen ?? (await headers()).get('accept-language') ?? ''
  const [first = ''] = asked
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().slice(0, 2))
    .filter((part) => part === 'de' || part === 'en')
  return first === 'en' ? 'en' : 'de'
}
