"""Rule 1530."""

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.quality.upn import authorities, is_whole
from trigpoint.records.returns.cin_census import ChildIdentifiers

_TO_2023 = authorities(
    """
    001-005 201-213 301-320 330-336 340-344 350-359 370-373 380-384 390-394 420 660-681 701-708 800-803 805-808
    810-813 815 816 820-823 825 826 830 831 835-841 845 846 850-852 855-857 860 861 865-896 908 909 916 919 921
    925 926 928 929 931 933 935-938 940 941
    """,
)
_SINCE_2024 = _TO_2023 | authorities("942 943")

rule_1530 = ReturnRule(
    code="1530",
    title="The second to fourth characters of the UPN are no authority's number",
    mend="look the UPN up again: its authority number was mistyped",
    source=SOURCE,
    who="business support",
    lists=ChildIdentifiers,
    fields=("UPN",),
    since=2024,
    fails=lambda row: row.UPN and is_whole(row.UPN) and row.UPN[1:4] not in _SINCE_2024,
    earlier=(
        Condition(
            lists=ChildIdentifiers,
            until=2023,
            fails=lambda row: row.UPN and is_whole(row.UPN) and row.UPN[1:4] not in _TO_2023,
        ),
    ),
    examples="""
        fails: ChildIdentifiers UPN=X999000000001
        fails: ChildIdentifiers UPN=X006000000001
        fails: ChildIdentifiers UPN=X944000000001
        passes: ChildIdentifiers UPN=X943000000001
        passes: ChildIdentifiers UPN=X001000000001
        passes: ChildIdentifiers UPN=X9990000
        passes: ChildIdentifiers
        fails in 2023: ChildIdentifiers UPN=X942000000001
        fails in 2023: ChildIdentifiers UPN=X943000000001
        passes in 2023: ChildIdentifiers UPN=X941000000001
        passes in 2024: ChildIdentifiers UPN=X942000000001
    """,
)
