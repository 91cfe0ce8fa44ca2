/** The buttons that several surfaces have, and those of pages and messages. A button brings back nothing, or the id of a report. */
export const sharedActions = {
  openForm: 'open_form',
  openFormForAnother: 'open_form_for_another',
  list: 'list_reports',
  mine: 'my_reports',
  help: 'help',
  /** Carries the last report that is shown: the page begins after it. */
  older: 'older_reports',
  show: 'show_report',
  previousPage: 'previous_page',
  nextPage: 'next_page',
  more: 'more',
  readOwn: 'read_own_report',
  ownPreviousPage: 'own_previous_page',
  ownNextPage: 'own_next_page',
  /** Carries the last report that is shown: the page begins after it. */
  olderMine: 'older_own_reports',
  accept: 'accept',
  decline: 'decline',
  duplicate: 'duplicate',
  /** The block of these two says which offer is meant. */
  acceptHandOver: 'accept_hand_over',
  declineHandOver: 'decline_hand_over',
  /** The block of these two says whose reports are meant. */
  takeReports: 'take_reports',
  declineToStandIn: 'decline_to_stand_in',
  /** The block of these two says whose duty is meant, and when, or which two turns are to be swapped. */
  acceptCover: 'accept_cover',
  declineCover: 'decline_cover',
  askForSwap: 'ask_for_swap',
  snoozeTwoHours: 'snooze_two_hours',
  snoozeTomorrow: 'snooze_tomorrow',
  snoozeNextWorkingDay: 'snooze_next_working_day',
  /** Its block says until when. */
  snoozeLastToo: 'snooze_last_reminders_too',
  erase: 'erase_report',
  /** Its block says which hold is meant. */
  goOn: 'go_on_after_restore',
} as const;
