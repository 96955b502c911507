export const icdTexts = { de: { title: '' }, en: { title: '' } }
