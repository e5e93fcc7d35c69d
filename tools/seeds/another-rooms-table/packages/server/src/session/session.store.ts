export const rename = "update people_patient set name = $1"
