export { CourseCard } from './CourseCard.tsx'
