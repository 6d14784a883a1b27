/** The interest a recipient's address can name, and its number in the API. */
export const interestNames: Readonly<Record<string, number>> = {
  "out-of-office": 0,
  interested: 1,
  "meeting-booked": 2,
  "meeting-completed": 3,
  won: 4,
  "not-interested": -1,
  "wrong-person": -2,
  lost: -3,
  "no-show": -4,
};
