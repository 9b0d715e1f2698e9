"""Who answers for a measure: the role that owns each domain's figures in a council, unless it names another."""

OWNERS = {
    "front door": "Head of service, front door",
    "assessment": "Head of service, assessment",
    "child protection": "Head of service, child protection",
    "children looked after": "Head of service, children looked after",
    "placements": "Head of service, placements and commissioning",
    "health": "Designated nurse for children looked after",
    "reviews": "Independent reviewing service manager",
    "adoption & permanence": "Head of service, permanence",
    "care leavers": "Head of service, leaving care",
    "missing": "Missing children co-ordinator",
    "youth justice": "Head of youth justice",
    "workforce": "Principal social worker",
    "early help": "Head of early help",
    "audit & QA": "Quality assurance manager",
    "complaints/FOI": "Complaints and information manager",
    "education": "Virtual school head",
    "context": "Performance manager",
}
