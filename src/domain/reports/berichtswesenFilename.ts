/** The name of a week's workbook: `Berichtswesen_2026_KW05.xlsx` (SPEC §6). */
export function berichtswesenFilename({ jahr, kw }: { jahr: number; kw: number }): string {
  return `Berichtswesen_${jahr}_KW${String(kw).padStart(2, '0')}.xlsx`
}
