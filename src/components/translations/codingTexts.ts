export const codingTexts = { de: { title: '' }, en: { title: '' } }
