/** How the script of the self-check is built: one small file beside the clinic app, for a page that strangers read. */
import { defineConfig } from 'vite'
import { forStrangers } from './vite-for-strangers.ts'

export default defineConfig({
  plugins: [forStrangers()],
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: ['chrome125', 'edge125', 'firefox128', 'safari17.5'],
    modulePreload: false,
    rolldownOptions: {
      input: { 'self-check': 'src/screening/self-check/self-check.ts' },
      // The page names it, so it has no fingerprint; it is asked for anew each time, and answered with "not changed".
      output: { entryFileNames: '[name].js' },
    },
  },
})
