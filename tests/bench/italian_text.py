"""Text that looks like Italian to an index: words of a few thousand, the frequent ones often, sentences, paragraphs."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass

_LITTLE = """
il la i le un una di a da in con su per tra e o ma se che non si è sono come anche quando dove quindi poi ogni questo
questa quello dal nel nella sul del della dei delle al alla ai alle ha può deve viene cui ne ci solo
"""
_ROOTS = """
ascolt accogli anim apprend attiv bisogn cambi camin cerch collabor comun condivid contribu coordin cresc cur decid
dialog domand educ fiduc form gener govern grupp impar incontr ingagg insegn interag invent invest lavor leg leggerezz
misur mobilit nod obiett offert osserv parl partecip patt pens pratic prend progett promess propost quartier racconto
reciproc regol relazion ret ricerc riflett risors risult ruol salut scambi scelt scopert sens serviz sfid signific
sostegn spazi squadr stor strad strument tavol temp territor tess trasform valor verific vit
"""
_ENDINGS = "o a i e are ato ata ati ando ente enti anza zione mento menti tore tori ale ali ivo iva oso abile ità"


@dataclass(frozen=True)
class Vocabulary:
    """Words, how often each and those before it are used together, and those of them that are no little words."""

    words: Sequence[str]
    weights: Sequence[float]
    content: Sequence[str]

    def sentence(self, chance: random.Random) -> str:
        """Nine to twenty-two words, with a comma in the longer ones."""
        words = chance.choices(self.words, cum_weights=self.weights, k=chance.randint(9, 22))
        if len(words) > 12:
            words[len(words) // 2] += ","
        return f"{' '.join(words).capitalize()}."

    def paragraph(self, chance: random.Random, words: int) -> str:
        """Sentences of at least so many words together."""
        sentences: list[str] = []
        while sum(sentence.count(" ") + 1 for sentence in sentences) < words:
            sentences.append(self.sentence(chance))
        return " ".join(sentences)

    def title(self, chance: random.Random) -> str:
        """Three words."""
        return " ".join(chance.choices(self.content, k=3)).capitalize()


def vocabulary(chance: random.Random) -> Vocabulary:
    """The words, in an order of frequency that ``chance`` settles: the little ones first, as in any language."""
    content = sorted(root + ending for root in _ROOTS.split() for ending in _ENDINGS.split())
    chance.shuffle(content)
    words = [*_LITTLE.split(), *content]
    weights = itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words)))
    return Vocabulary(words, list(weights), content)
