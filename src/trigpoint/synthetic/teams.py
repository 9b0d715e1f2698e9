"""The teams of an authority: services, and the teams inside them with their numbers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trigpoint.synthetic.columns import NONE, Frame, Ints, ident, when, word


@dataclass(frozen=True)
class Service:
    """A service and its run of teams: team ids are `first` to `first + count - 1`."""

    name: str
    first: int
    count: int

    def pick(self, rng: np.random.Generator, size: int) -> Ints:
        """Positions within the service, 0 to count - 1."""
        return rng.integers(0, self.count, size)

    def ids(self, position: Ints) -> Ints:
        return position + self.first


@dataclass(frozen=True)
class Teams:
    """The services of an authority, in the order of a child's journey."""

    front_door: Service
    assessment: Service
    locality: Service
    disability: Service
    care: Service
    leaving: Service
    adoption: Service
    early_help: Service
    quality: Service

    @property
    def services(self) -> tuple[Service, ...]:
        return tuple(vars(self).values())


_SERVICES = {
    # attribute: name of the service, name of a team, looked-after children a team
    "front_door": ("Front Door", "Multi-Agency Safeguarding Hub", 2500),
    "assessment": ("Assessment", "Assessment Team", 120),
    "locality": ("Children in Need and Child Protection", "CIN and CP Team", 60),
    "disability": ("Disabled Children", "Disabled Children Team", 1000),
    "care": ("Children in Care", "Children in Care Team", 130),
    "leaving": ("Leaving Care", "Leaving Care Team", 450),
    "adoption": ("Adoption", "Adoption Team", 3000),
    "early_help": ("Early Help", "Early Help Team", 220),
    "quality": ("Quality Assurance", "Independent Reviewing Service", 3000),
}


def teams_for(children: int) -> Teams:
    """As many teams as an authority with so many looked-after children keeps."""
    first, services = 100, {}
    for key, (name, _, each) in _SERVICES.items():
        least = 1 if each >= 1000 else 2
        count = max(least, round(children / each))
        services[key] = Service(name, first, count)
        first += count
    return Teams(**services)


def department_table(teams: Teams) -> Frame:
    """`ssd_department`: one row a service, one row a team under it."""
    top = "Children's Social Care"
    names, ids, parents, over = [top], [0], [NONE], [""]
    for number, (service, (_, team, _)) in enumerate(zip(teams.services, _SERVICES.values(), strict=True), start=1):
        names.append(f"{service.name} Service")
        ids.append(number)
        parents.append(0)
        over.append(top)
        for place in range(service.count):
            names.append(team if service.count == 1 else f"{team} {place + 1}")
            ids.append(service.first + place)
            parents.append(number)
            over.append(f"{service.name} Service")
    index = np.arange(len(ids))
    return {
        "dept_team_id": ident("T", ids),
        "dept_team_name": word(index, names),
        "dept_team_parent_id": ident("T", parents),
        "dept_team_parent_name": word(when(index > 0, index), over),
    }


def team_name(service_key: str, teams: Teams, position: int) -> str:
    """Name of one team, as the department table has it."""
    service: Service = getattr(teams, service_key)
    team = _SERVICES[service_key][1]
    return team if service.count == 1 else f"{team} {position + 1}"
