export const find = (db: { query(text: string): unknown }) => db.query("select * from people_patient")
