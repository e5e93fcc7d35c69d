/** The clinic app starts here. */
import '@fontsource-variable/source-sans-3/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import './design/tokens.css'
import './design/components.css'
import './design/frame.css'
import './people/people.css'
import './clinic/clinic.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { must } from '@unknot/care/kernel'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient, showTheme, wantHeadingFocus } from './kernel/index.ts'
import { router } from './routes.tsx'

showTheme()
router.subscribe('onBeforeNavigate', ({ pathChanged, fromLocation }) => {
  if (pathChanged && fromLocation) wantHeadingFocus()
})
createRoot(must(document.getElementById('root'), 'index.html has a root')).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)

// In development nothing is kept: what is shown is what was just written.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  void navigator.serviceWorker.register('/sw.js').catch(() => undefined)
}
