"""What a council calls children in its care: the same sentence with looked after, cared for or in care."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from functools import partial

_NOUN = r"(?P<noun>children|child|young people|young person)"
_SAID = r"(?P<said>looked[- ]after|cared[- ]for)"
_IN_CARE = (
    r"in care\b(?!-)(?!\s+(?:proceedings?|plans?|planning|homes?|orders?|leavers?|settings?|work|teams?|costs?|of)\b)"
)
_SPAN = r"(?=\s+(?:for\s+)?(?:\d|one\b|two\b|three\b|more\b|less\b|over\b|under\b|throughout\b|in the\b|at any\b))"
_OF = {"review": "of", "plan": "for", "assessment": "of", "visit": "to"}
_COMING = {"start": "come", "starts": "comes", "started": "came", "starting": "coming",
           "become": "come", "becomes": "comes", "became": "came", "becoming": "coming"}  # fmt: skip
_LEAVING = {"cease": "leave", "ceases": "leaves", "ceased": "left", "ceasing": "leaving"}


class Care(StrEnum):
    """The three that councils use; a text in none of them stays as it is."""

    LOOKED_AFTER = "looked after"
    CARED_FOR = "cared for"
    IN_CARE = "in care"


def in_care_words(text: str, care: Care) -> str:
    """The text with the children it speaks of called as the council calls them.

    >>> in_care_words("Children who ceased to be looked after", Care.IN_CARE)
    'Children who left care'
    >>> in_care_words("Children in care per 10,000", Care.CARED_FOR)
    'Cared for children per 10,000'
    """
    for pattern, rule in _RULES:
        text = pattern.sub(partial(_said, rule, care), text)
    return re.sub(r"\b(cared for) for\b", r"\1 throughout", text, flags=re.IGNORECASE)


def _said(rule: _Rule, care: Care, found: re.Match[str]) -> str:
    """What a rule makes of what was found; what is said so already stays."""
    return found[0] if re.sub("-", " ", found["said"].lower()) == care else _cased(found, rule(found, care))


def _cased(found: re.Match[str], said: str) -> str:
    """With a capital where the words found had one and begin a phrase; inside a phrase they have none."""
    begins = re.search(r"[\w,)'’]\s+$", found.string[: found.start()]) is None
    return said[:1].upper() + said[1:] if begins and found[0][:1].isupper() else said[:1].lower() + said[1:]


def _whose(found: re.Match[str], care: Care) -> str:
    """Cared for children's plans."""
    noun, what = found["noun"].lower(), found["what"]
    return f"{what.lower()} of {noun} in care" if care is Care.IN_CARE else f"{care} {noun}'s {what}"


def _work(found: re.Match[str], care: Care) -> str:
    """Looked-after reviews: what is done for them."""
    what = found["what"].lower()
    whom = "children in care" if care is Care.IN_CARE else f"{care} children"
    return f"{what} {_OF[what.removesuffix('s')]} {whom}"


def _before(found: re.Match[str], care: Care) -> str:
    """Looked after children."""
    noun = found["noun"].lower()
    return f"{noun} in care" if care is Care.IN_CARE else f"{care} {noun}"


def _behind(found: re.Match[str], care: Care) -> str:
    """Children looked after, with how long where it is said: "children cared for children" is nobody's phrase."""
    noun = found["noun"].lower()
    follows = found.string[found.end() :]
    names = care is Care.LOOKED_AFTER and re.match(r" (?:report|scorecard|pack)\b", follows)
    stands_before = care is Care.CARED_FOR and not re.match(_SPAN, follows)
    return f"{care} {noun}" if names or stands_before else f"{noun} {care}"


def _begins(found: re.Match[str], care: Care) -> str:
    """Became looked after, started to be looked after."""
    verb = found["verb"].lower()
    if care is Care.IN_CARE:
        return f"{_COMING[verb]} into care"
    return f"{verb}{found['to'] or ''} {care}"


def _ends(found: re.Match[str], care: Care) -> str:
    """Ceased to be looked after."""
    verb = found["verb"].lower()
    return f"{_LEAVING[verb]} care" if care is Care.IN_CARE else f"{verb} to be {care}"


def _alone(_: re.Match[str], care: Care) -> str:
    return str(care)


def _while(found: re.Match[str], care: Care) -> str:
    """Turned 18 in care."""
    return f"{found['before']} while {care}"


def _for_so_long(found: re.Match[str], care: Care) -> str:
    """Under 13 weeks in care; in care under 20 working days."""
    return f"{found['before']}{care}"


_Rule = Callable[[re.Match[str], Care], str]
_RULES: tuple[tuple[re.Pattern[str], _Rule], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), said)
    for pattern, said in (
        (rf"\b{_SAID} {_NOUN}['’]s (?P<what>\w+)", _whose),
        (rf"\b{_SAID} (?P<what>(?:review|plan|assessment|visit)s?)\b", _work),
        (rf"\b{_SAID} {_NOUN}\b", _before),
        (rf"\b{_NOUN} (?P<said>looked[- ]after|cared[- ]for(?! by\b)|{_IN_CARE})", _behind),
        (rf"\b(?P<verb>{'|'.join(_COMING)})(?P<to> to be)? {_SAID}\b", _begins),
        (rf"\b(?P<verb>{'|'.join(_LEAVING)})(?: care)? to be {_SAID}\b", _ends),
        (rf"\b{_SAID}\b(?! by\b)", _alone),
        (rf"(?P<before>\bturned \d+) (?P<said>{_IN_CARE})", _while),
        (rf"(?P<before>^|\b(?:\d+|days|weeks|months|years|still|not|again|is|are|was|were|been|be) )"
         rf"(?P<said>{_IN_CARE})", _for_so_long),
    )
)  # fmt: skip
"""What is found, and how it is said: whose and what first, as they hold the shorter phrases."""
