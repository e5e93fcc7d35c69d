export { educationRoom } from './education.routes.ts'
