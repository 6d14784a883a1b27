interface Texts {
  readonly automatic: string;
  readonly other: string;
  /** By interest. */
  readonly interests: Readonly<Record<string, string>>;
}

const TEXTS: Readonly<Record<string, Texts>> = {
  en: {
    automatic: "Thank you for your message. I am out of the office and will read it when I am back.",
    other: "Thank you for your message.",
    interests: {
      "0": "I am travelling this week.\nPlease write again later.",
      "1": "That sounds useful.\nCould you tell me more?",
      "2": "I have just booked a slot in your calendar.\nSpeak soon.",
      "3": "Thank you for the call today.",
      "4": "We are in. Please send the contract.",
      "-1": "Thank you, but this is not for us.",
      "-2": "I am not the right person for this.",
      "-3": "We have decided for somebody else.",
      "-4": "Sorry, I could not make it to our call.",
    },
  },
  de: {
    automatic: "Vielen Dank für Ihre Nachricht. Ich bin nicht im Büro und lese sie nach meiner Rückkehr.",
    other: "Vielen Dank für Ihre Nachricht.",
    interests: {
      "0": "Ich bin diese Woche unterwegs.\nBitte schreiben Sie später noch einmal.",
      "1": "Das klingt interessant.\nKönnen Sie mir mehr erzählen?",
      "2": "Ich habe gerade einen Termin in Ihrem Kalender gebucht.\nBis bald.",
      "3": "Danke für das Gespräch heute.",
      "4": "Wir sind dabei. Bitte senden Sie den Vertrag.",
      "-1": "Danke, aber das ist nichts für uns.",
      "-2": "Dafür bin ich nicht die richtige Person.",
      "-3": "Wir haben uns für einen anderen Anbieter entschieden.",
      "-4": "Entschuldigung, ich konnte unseren Termin nicht wahrnehmen.",
    },
  },
  fr: {
    automatic: "Merci pour votre message. Je suis absent du bureau et le lirai à mon retour.",
    other: "Merci pour votre message.",
    interests: {
      "0": "Je suis en déplacement cette semaine.\nMerci de réécrire plus tard.",
      "1": "Cela semble intéressant.\nPouvez-vous m'en dire plus ?",
      "2": "Je viens de réserver un créneau dans votre agenda.\nÀ bientôt.",
      "3": "Merci pour l'appel d'aujourd'hui.",
      "4": "Nous sommes d'accord. Merci d'envoyer le contrat.",
      "-1": "Merci, mais ce n'est pas pour nous.",
      "-2": "Je ne suis pas la bonne personne.",
      "-3": "Nous avons choisi un autre fournisseur.",
      "-4": "Désolé, je n'ai pas pu participer à notre appel.",
    },
  },
  es: {
    automatic: "Gracias por su mensaje. Estoy fuera de la oficina y lo leeré a mi regreso.",
    other: "Gracias por su mensaje.",
    interests: {
      "0": "Estoy de viaje esta semana.\nPor favor, escríbame más tarde.",
      "1": "Suena interesante.\n¿Puede contarme más?",
      "2": "Acabo de reservar un hueco en su calendario.\nHasta pronto.",
      "3": "Gracias por la llamada de hoy.",
      "4": "De acuerdo. Por favor, envíe el contrato.",
      "-1": "Gracias, pero no es para nosotros.",
      "-2": "No soy la persona adecuada para esto.",
      "-3": "Nos hemos decidido por otro proveedor.",
      "-4": "Lo siento, no pude asistir a nuestra llamada.",
    },
  },
};

/** The languages that have default texts. */
export const replyLanguages: readonly string[] = Object.keys(TEXTS);

/** Whether a language such as `de` or `de-AT` has default texts. */
export function hasReplyTexts(language: string): boolean {
  return Object.hasOwn(TEXTS, primary(language));
}

/** The default text of a reply, in English unless the language has its own. */
export function replyText(
  { automatic, interest }: { readonly automatic: boolean; readonly interest: number | undefined },
  language = "en",
): string {
  const texts = TEXTS[primary(language)] ?? TEXTS["en"];
  if (texts === undefined) return "";
  return automatic ? texts.automatic : (texts.interests[String(interest)] ?? texts.other);
}

function primary(language: string): string {
  return language.toLowerCase().split("-")[0] ?? "";
}
