const ANSWERS: Readonly<Record<string, string>> = {
  "0": "I am travelling this week.\nPlease write again later.",
  "1": "That sounds useful.\nCould you tell me more?",
  "2": "I have just booked a slot in your calendar.\nSpeak soon.",
  "3": "Thank you for the call today.",
  "4": "We are in. Please send the contract.",
  "-1": "Thank you, but this is not for us.",
  "-2": "I am not the right person for this.",
  "-3": "We have decided for somebody else.",
  "-4": "Sorry, I could not make it to our call.",
};

/** What a recipient writes back, by the interest it shows. */
export function answerText(interest: number | undefined): string {
  return ANSWERS[String(interest)] ?? "Thank you for your message.";
}

/** What a mailbox answers by itself. */
export const absenceText = "Thank you for your message. I am out of the office and will read it when I am back.";
