"""Rule EPI."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC3, Episodes, Header

rule_epi = ReturnRule(
    code="EPI",
    title="A child of the return has neither an episode of care nor a care leaver row",
    mend="return the child's episodes or care leaver details, or take the child out of the return",
    source=SOURCE,
    severity="query",
    who="performance team",
    lists=Header,
    fields=("CHILD",),
    reads=(Episodes, OC3),
    fails=lambda row: not row.child.rows(Episodes) and not row.child.rows(OC3),
    examples="""
        fails: Header; Episodes child=2
        passes: Header; Episodes
        passes: Header; OC3
    """,
)
