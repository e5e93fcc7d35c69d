export const clinic = 1
