// Texts and keys by which somebody could be found or graded: what `coursewright check` refuses in a group's file.

const WORD = "[\\p{L}\\p{N}_]";
const EMAIL = /[\p{L}\p{N}_.+-]+@[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.[\p{L}\p{Nl}\p{No}]{2,}/u;
// Surname, name, year, month, day, municipality, control; digits may be replaced by the letters of omocodia.
const CODE = "[0-9LMNPQRSTUV]";
const TAX_CODE = new RegExp(
  `(?<!${WORD})(?=${WORD}* ?${WORD}* ?${WORD}*[0-9])` +
    `[A-Z]{3} ?[A-Z]{3} ?${CODE}{2}[ABCDEHLMPRST]${CODE}{2} ?[A-Z]${CODE}{3}[A-Z](?!${WORD})`,
  "iu",
);
const INTERNATIONAL = new RegExp(
  `(?<!${WORD}|\\+)(?:\\+|00(?=39))\\(?\\p{Nd}{1,3}\\)?(?:[ ./()-]{0,2}\\p{Nd}){6,13}(?!\\p{Nd})`,
  "u",
);
// Days, years, times of day, amounts: made of the same digits.
const NO_NUMBER_TO_CALL = new RegExp(
  [
    "(?<!\\p{Nd})\\p{Nd}{4}-\\p{Nd}{2}-\\p{Nd}{2}(?!\\p{Nd})",
    "(?<![\\p{Nd}./-])\\p{Nd}{1,2}([./-])\\p{Nd}{1,2}\\1\\p{Nd}{2}(?:\\p{Nd}{2})?(?![./-]?\\p{Nd})",
    "(?<!\\p{Nd})\\p{Nd}{1,2} \\p{Nd}{1,2} (?:19|20)\\p{Nd}{2}(?!\\p{Nd})",
    "(?<!\\p{Nd})(?:0[1-9]|[12]\\p{Nd}|3[01])(?:0[1-9]|1[0-2])(?:19|20)\\p{Nd}{2}(?!\\p{Nd})",
    "(?<!\\p{Nd})(?:19|20)\\p{Nd}{2}[-/–](?:(?:19|20)\\p{Nd}{2}|\\p{Nd}{2})(?!\\p{Nd})",
    "(?<![\\p{Nd}.:])(?:[01]?\\p{Nd}|2[0-4])[.:][0-5]\\p{Nd}(?:[.:][0-5]\\p{Nd})?(?![.:]?\\p{Nd})",
    "(?<![\\p{Nd}.,])(?<!\\p{Nd}[ ])[1-9]\\p{Nd}{0,2}(?:[ .'’]\\p{Nd}{3})+(?![ .'’]?\\p{Nd})",
  ].join("|"),
  "gu",
);
const MOBILE =
  "3[2-9]\\p{Nd}[ ./-]{0,3}(?:\\p{Nd}{7}|\\p{Nd}{3}[ .-]\\p{Nd}{4}|\\p{Nd}{4}[ .-]\\p{Nd}{3}" +
  "|\\p{Nd}{3}[ .-]\\p{Nd}{2}[ .-]\\p{Nd}{2}|\\p{Nd}{2}[ .-]\\p{Nd}{2}[ .-]\\p{Nd}{3})";
const HOUSE =
  "0[1-9]\\p{Nd}{6,9}|0[1-9]\\p{Nd}{0,2}[ ./-]{1,3}" +
  "(?:\\p{Nd}{5,8}|(?=(?:\\p{Nd}[ .-]?){5,8}(?!\\p{Nd}))\\p{Nd}{2,4}(?:[ .-]\\p{Nd}{2,4}){1,3})";
const ITALIAN = new RegExp(
  `(?<!${WORD})(?<!${WORD}[-_/])(?<!\\p{Nd}[.,])(?:${MOBILE}|${HOUSE})(?!${WORD}|[./-]\\p{Nd})`,
  "u",
);

// However a key is spelt: small letters, without accents and without signs between words.
const IDENTIFYING = new Set(
  (
    "name names fullname firstname givenname lastname familyname surname nickname " +
    "nome nomi nomecompleto nomecognome nomeecognome cognome nominativo soprannome " +
    "email emails mail emailaddress posta indirizzoemail pec " +
    "telefono tel cellulare cell phone phones telephone phonenumber mobile fax whatsapp " +
    "contact contacts contatto contatti recapito recapiti " +
    "address street indirizzo via residenza city citta " +
    "birth birthday birthdate dateofbirth born age nascita datadinascita luogodinascita eta " +
    "sex gender sesso genere photo foto " +
    "codicefiscale cf taxcode fiscalcode person persona " +
    "website sito profile profilo linkedin facebook instagram"
  ).split(" "),
);
const GRADING = new Set(
  (
    "gradation gradations gradazione gradazioni level levels livello livelli " +
    "grade grades grado gradi standing score scores punteggio punteggi voto voti mark marks " +
    "rating ratings rank valutazione valutazioni giudizio giudizi evaluation assessment " +
    "reading readings lettura letture"
  ).split(" "),
);

/** What a text seems to hold: names of the page's words. @param {string} text @returns {string[]} */
export function personalData(text) {
  const found = [];
  if (text.includes("@") && EMAIL.test(text)) found.push("email");
  if (!/\p{N}/u.test(text)) return found;
  if (INTERNATIONAL.test(text) || ITALIAN.test(text.replace(NO_NUMBER_TO_CALL, "…"))) found.push("telephone");
  if (TAX_CODE.test(text)) found.push("tax-code");
  return found;
}

/** Why a member must not have such a key; empty where it may. @param {string} key */
export function wrongKey(key) {
  const bare = key
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  if (IDENTIFYING.has(bare)) return "identifies";
  return GRADING.has(bare) ? "grades" : "";
}
