/** How the clinic app is built: into `dist/`, which the server serves. In watch mode the API is asked of a running server. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precache } from './vite-precache.ts'

const api = process.env['UNKNOT_API'] ?? 'http://127.0.0.1:3000'

export default defineConfig({
  plugins: [react(), precache()],
  server: { port: 5173, proxy: { '/api': api, '/healthz': api, '/readyz': api } },
  build: {
    outDir: 'dist',
    // These know light-dark(), :has() and dialogs by themselves; older tablets are told so by the first page.
    target: ['chrome125', 'edge125', 'firefox128', 'safari17.5'],
    // Fonts stay files: inlined ones would be fetched again with each change of the style sheet.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { main: 'index.html', sw: 'src/kernel/service-worker.ts' },
      output: {
        // A service worker is found by its address, so that has no fingerprint.
        entryFileNames: (chunk) => (chunk.name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
})
