export const siteName = 1
