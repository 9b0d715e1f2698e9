"""Addresses of the explorer of measures."""

from trigpoint.web.explore import changes, children, compare, definition, exports, listing, measure, saved, several
from trigpoint.web.pages import Nav, page
from trigpoint.web.people.actions import Action

FIGURES = Action.SEE_FIGURES

NAV = [Nav("measures", "Measures", 20, FIGURES)]

PAGES = [
    page("measures/", listing.measures, name="measures", action=FIGURES),
    page("measures/<slug:measure>/", measure.one, name="measure", action=FIGURES),
    page("measures/<slug:measure>/definition/", definition.meaning_of, name="measure_definition", action=FIGURES),
    page("measures/<slug:measure>/why/", changes.why, name="measure_why", action=FIGURES),
    page("measures/<slug:measure>/compare/", compare.groups, name="measure_compare", action=FIGURES),
    page(
        "measures/<slug:measure>/children/", children.behind_page, name="measure_children", action=Action.SEE_CHILDREN
    ),
    page(
        "measures/<slug:measure>/children/export/",
        exports.export_children,
        name="measure_export",
        action=Action.EXPORT_CHILDREN,
        post=Action.EXPORT_CHILDREN,
        recent=True,
    ),
    page("compare/", several.measures, name="compare_measures", action=FIGURES),
    page("compare/figures/", several.take, name="compare_file", action=FIGURES),
    page(
        "calculate-figures/",
        listing.calculate,
        name="calculate_figures",
        action=Action.CALCULATE,
        methods=(),
        post=Action.CALCULATE,
    ),
    page("saved-views/", saved.save, name="save_view", action=FIGURES, methods=(), post=FIGURES),
    page("saved-views/<int:number>/", saved.follow, name="saved_view", action=FIGURES),
    page(
        "saved-views/<int:number>/remove/", saved.remove, name="remove_view", action=FIGURES, methods=(), post=FIGURES
    ),
]
