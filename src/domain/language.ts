/** The languages of the portal; the first is the one of whoever asks for another. */
export const languages = ['de', 'en'] as const
export type Language = (typeof languages)[number]
