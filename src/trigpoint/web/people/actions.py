"""What a person may ask for. Every page declares one of these; nothing is allowed that no role names."""

from enum import StrEnum


class Action(StrEnum):
    """Something a person does, in the words that the access log prints."""

    SIGN_IN = "sign in"
    BE_SIGNED_IN = "be signed in"

    SEE_MONTH = "see the month board"
    LOAD_RECORDS = "load records"
    ACCEPT_LOAD = "accept a load"
    FREEZE = "freeze a month"
    CALCULATE = "calculate a month"
    COMMENT = "comment on figures"
    CHALLENGE = "challenge a comment"
    APPROVE = "sign off figures"
    PUBLISH = "publish packs"
    RETRACT = "retract a publication"

    SEE_FIGURES = "see figures"
    SEE_CHILDREN = "see the children behind a figure"
    EXPORT_CHILDREN = "export a list of children"
    SEE_WORK = "see the work that is due"

    SEE_TARGETS = "see targets"
    PROPOSE_TARGET = "propose a target"
    AGREE_TARGET = "agree a target"

    SEE_AUDITS = "see audits"
    RUN_AUDITS = "run a round of audits"
    AUDIT_CASE = "audit a case"
    MODERATE_AUDIT = "moderate an audit"

    SEE_FINDINGS = "see findings of data quality"
    ASSIGN_FINDING = "assign a finding"
    FLAG_FINDING = "flag a record as wrong"
    ACCEPT_FINDING = "accept a finding"

    SEE_PUBLISHED = "see what was published"
    SEE_INTERNAL = "see internal packs"
    READ_FEED = "read the feed"

    ADMINISTER = "administer"
    GRANT_ROLES = "grant roles"
    SEE_ACCESS_LOG = "see the access log"
    RESTRICT_CASE = "restrict a case"


CHILD_LEVEL = frozenset(
    {
        Action.SEE_CHILDREN,
        Action.EXPORT_CHILDREN,
        Action.SEE_WORK,
        Action.AUDIT_CASE,
        Action.MODERATE_AUDIT,
        Action.RUN_AUDITS,
        Action.SEE_FINDINGS,
        Action.ASSIGN_FINDING,
        Action.FLAG_FINDING,
        Action.ACCEPT_FINDING,
        Action.ACCEPT_LOAD,
        Action.LOAD_RECORDS,
    }
)
"""Actions that show records of children: they end a session sooner, and are logged with the children shown."""
