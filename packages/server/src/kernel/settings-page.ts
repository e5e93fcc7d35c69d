/** docs/settings.md, made from the table of settings. */
import type { Setting } from './config.ts'

export function settingsPage(settings: readonly Setting[]): string {
  const rows = settings.map(
    ({ name, usual, words }) => `| \`${name}\` | ${usual ? `\`${usual}\`` : 'not set'} | ${words} |`,
  )
  return `# Settings

Unknot reads them from the environment, or from \`unknot.config.json\` in the folder in which it is started; the environment
wins. On the command line \`--port\` and \`--data\` win over both. A name that doesn't exist is refused.

| Setting | Usually | What it does |
| --- | --- | --- |
${rows.join('\n')}

An example of \`unknot.config.json\`:

\`\`\`json
{ "PORT": 8080, "UNKNOT_DATA": "/srv/unknot", "PUBLIC_URL": "https://clinic.example" }
\`\`\`
`
}
