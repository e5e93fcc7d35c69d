/**
 * What the browser is told of every answer, made once: pages load from this origin only, are framed by nobody, and an answer of
 * the API is never taken for a page. (helmet says the same, but words it anew for each request.)
 */
export type SecurityHeaders = {
  readonly page: Readonly<Record<string, string>>
  readonly api: Readonly<Record<string, string>>
}

export function securityHeaders(publicUrl: string | null): SecurityHeaders {
  const isHttps = publicUrl?.startsWith('https:') ?? false
  const shared = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    ...(isHttps ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    // Components place menus by styles that they write themselves.
    "style-src 'self' 'unsafe-inline'",
    // A signature is drawn in the browser and shown from memory; so is a PDF.
    "img-src 'self' data: blob:",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ]
  return {
    page: {
      ...shared,
      'content-security-policy': policy.join(';'),
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    },
    api: { ...shared, 'content-security-policy': "default-src 'none';frame-ancestors 'none'" },
  }
}
