/** Weeks of pregnancy: the first trimester is the time before the fourteenth week is reached. Safety facts 1a, A14. */
export const FIRST_TRIMESTER_BELOW_WEEKS = 14
