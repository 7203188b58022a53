"""In: Annotations; out: engagements (who meets whom, where, when, in what state of affairs).

The way: lines and sentences (`layout`), names folded into units (`units`), verbs and nouns that
tell of an engagement (`triggers`), their parties (`verb_parties`, `noun_parties`), state (`status`),
days (`when`) and place (`where`) make mentions (`mentions`); mentions are completed from the document
(`context`), merged (`merge`), given what carries over (`carry`) and built (`build`). These are the rules;
`coding.second` reads the page again with what they found.
"""

from dragoman.coding.engagements.find import find_engagements

__all__ = ["find_engagements"]
