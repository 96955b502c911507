export const importTexts = { de: { title: '' }, en: { title: '' } }
