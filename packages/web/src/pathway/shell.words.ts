/** The words of the frame around every page. */
export const SHELL_WORDS = {
  skip: 'Skip to the page',
  main: 'Main',
  today: 'Today',
  diary: 'Diary',
  patients: 'Patients',
  clinic: 'Clinic',
  account: 'Account',
  times: 'Times:',
  demo: 'This is the demo clinic. Every person and every record in it is invented.',
  demoShort: 'Demo: everything here is invented',
  throwAway: 'Throw it away',
  throwAwayTitle: 'Throw the demo clinic away?',
  throwAwayBody:
    'All its invented patients and everything that you tried in it are deleted. Then you can set up your own clinic. This can’t be undone.',
  throwAwayYes: 'Yes, throw it away',
  throwAwayNo: 'Keep it',
  throwingAway: 'Throwing it away',
  lost: 'There is no such page.',
  lostHint: 'The address may be mistyped, or the page has moved.',
  toToday: 'Go to Today',
  broke: 'Something on this page went wrong.',
  brokeHint: 'What was saved before is safe. Load the page again; if it stays, tell whoever runs Unknot.',
  reload: 'Load the page again',
  offline: 'Unknot can’t be reached.',
  offlineHint: 'What was saved is safe. This page comes back by itself when the connection does.',
}

export const DEVICE_WORDS = {
  title: 'This device',
  sub: 'What it keeps for working without a network',
  storage: 'Kept on this device',
  along: 'Today’s and tomorrow’s patients come along by themselves, sealed under a key that signing out destroys.',
  space: (usedMb: number, freeMb: number) => `${usedMb} MB used, ${freeMb} MB free.`,
  lasting: 'Kept until you sign out',
  notLasting: 'The browser may clear it',
  ask: 'Ask the browser to keep it',
} as const
