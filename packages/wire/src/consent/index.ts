export {
  type ConsentLine,
  type ConsentTextView,
  type ConsentView,
  consentLine,
  consentRoutes,
  consentView,
  type RepresentativeWire,
  type SignatureWire,
} from './consent.wire.ts'
export { type OwnTextLine, ownTextRoutes, type OwnTextView } from './own-text.wire.ts'
