"""Keys under which people tend to write who a member of a group is, or how good, in Italian and English.

They are written in small letters, without accents and without signs between words: however a key is spelt.
"""

from __future__ import annotations

IDENTIFYING_KEYS = frozenset(
    (  # noqa: SIM905 - related words stand together
        "name names fullname firstname givenname lastname familyname surname nickname "
        "nome nomi nomecompleto nomecognome nomeecognome cognome nominativo soprannome "
        "email emails mail emailaddress posta indirizzoemail pec "
        "telefono tel cellulare cell phone phones telephone phonenumber mobile fax whatsapp "
        "contact contacts contatto contatti recapito recapiti "
        "address street indirizzo via residenza city citta "
        "birth birthday birthdate dateofbirth born age nascita datadinascita luogodinascita eta "
        "sex gender sesso genere photo foto "
        "codicefiscale cf taxcode fiscalcode person persona "
        "website sito profile profilo linkedin facebook instagram"
    ).split()
)
GRADING_KEYS = frozenset(
    (  # noqa: SIM905 - related words stand together
        "gradation gradations gradazione gradazioni level levels livello livelli "
        "grade grades grado gradi standing score scores punteggio punteggi voto voti mark marks "
        "rating ratings rank valutazione valutazioni giudizio giudizi evaluation assessment "
        "reading readings lettura letture"
    ).split()
)
