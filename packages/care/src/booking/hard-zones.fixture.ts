/** Zones on whose clocks others went wrong: half-hour changes, abolished and new rules, a day left out, quarter hours. */
export const HARD_ZONES = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Vancouver',
  'America/Edmonton',
  'Europe/Chisinau',
  'UTC',
]
