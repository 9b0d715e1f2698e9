"""Roles: what each may do. A person holds roles in scopes; no role is everyone's, and none may do everything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from trigpoint.web.people.actions import Action


@dataclass(frozen=True)
class Role:
    """A function in the council. `scoped` says whether it is held for a part of the authority (a team, a worker).

    `first` names the page on which its work begins, where that is not the first of the navigation.
    """

    id: str
    words: str
    actions: frozenset[Action]
    scoped: bool = False
    first: str = ""


_AGGREGATE = frozenset({Action.SEE_FIGURES, Action.SEE_PUBLISHED})
_INTERNAL = _AGGREGATE | {Action.SEE_MONTH, Action.SEE_INTERNAL, Action.SEE_TARGETS}
_TEAM = frozenset({Action.SEE_CHILDREN, Action.SEE_WORK, Action.SEE_FINDINGS, Action.FLAG_FINDING})

_EVERY = (
    Role("viewer", "Viewer of figures", _INTERNAL),
    Role("worker", "Social worker", _TEAM | _AGGREGATE, scoped=True, first="my_team"),
    Role(
        "team_manager",
        "Team manager",
        _TEAM | _INTERNAL | {Action.EXPORT_CHILDREN, Action.ASSIGN_FINDING},
        scoped=True,
        first="my_team",
    ),
    Role(
        "head_of_service",
        "Head of service",
        _TEAM
        | _INTERNAL
        | {Action.EXPORT_CHILDREN, Action.ASSIGN_FINDING, Action.COMMENT, Action.APPROVE, Action.SEE_AUDITS},
        scoped=True,
    ),
    Role("commentator", "Measure owner", _INTERNAL | {Action.COMMENT}),
    Role(
        "analyst",
        "Performance analyst",
        _INTERNAL
        | _TEAM
        | {
            Action.LOAD_RECORDS,
            Action.ACCEPT_LOAD,
            Action.CALCULATE,
            Action.EXPORT_CHILDREN,
            Action.ASSIGN_FINDING,
            Action.READ_FEED,
            Action.SEE_AUDITS,
        },
    ),
    Role(
        "information_manager",
        "Performance information manager",
        _INTERNAL
        | {
            Action.ACCEPT_LOAD,
            Action.FREEZE,
            Action.CALCULATE,
            Action.COMMENT,
            Action.CHALLENGE,
            Action.PUBLISH,
            Action.RETRACT,
            Action.PROPOSE_TARGET,
            Action.READ_FEED,
            Action.SEE_AUDITS,
        },
    ),
    Role(
        "approver",
        "Director",
        _INTERNAL | {Action.CHALLENGE, Action.APPROVE, Action.AGREE_TARGET, Action.RETRACT, Action.SEE_AUDITS},
    ),
    Role("target_owner", "Target owner", _INTERNAL | {Action.PROPOSE_TARGET}, first="targets"),
    Role(
        "quality_officer",
        "Data quality officer",
        _AGGREGATE
        | {Action.SEE_FINDINGS, Action.ASSIGN_FINDING, Action.FLAG_FINDING, Action.ACCEPT_FINDING, Action.SEE_CHILDREN},
        scoped=True,
        first="quality",
    ),
    Role("auditor", "Auditor", _AGGREGATE | {Action.SEE_AUDITS, Action.AUDIT_CASE}, first="audits"),
    Role(
        "audit_lead",
        "Audit lead",
        _AGGREGATE | {Action.SEE_AUDITS, Action.RUN_AUDITS, Action.AUDIT_CASE, Action.MODERATE_AUDIT},
        first="audits",
    ),
    Role("commissioner", "Contract commissioner", frozenset({Action.SEE_PUBLISHED, Action.READ_FEED})),
    Role("panel", "Corporate parenting panel", frozenset({Action.SEE_PUBLISHED})),
    Role("feed", "Reader of the feed", frozenset({Action.READ_FEED})),
    Role("administrator", "System administrator", frozenset({Action.ADMINISTER, Action.GRANT_ROLES})),
    Role("information_governance", "Information governance", frozenset({Action.SEE_ACCESS_LOG, Action.RESTRICT_CASE})),
)

ROLES: Mapping[str, Role] = MappingProxyType({role.id: role for role in _EVERY})
"""Every role by its id, which is also the name of the identity provider's app role."""
