"""Titles that nobody would think of, and that somebody types."""

TITLES = (
    "L'arte d'ascoltare",
    'Il "corso": # di prova, 100%',
    "- {a: [b]}, *x* & <script>alert(1)</script>",
    "{module}`x` [qui](javascript:alert(1)) ![](x.png) $x^2$ {{ 7 * 7 }} {% raw %}",
    "Fiducia 🤝 e متن",
    "# Titolo ##",
    "true",
    "2027-02-20",
    "Riga\n---\nid: altro",
    "x" * 300,
    "a\\b`c``d",
    "%s %(x)s {x} ${x}",
)
