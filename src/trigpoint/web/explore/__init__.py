"""Every measure: definition, chart, breakdowns, comparators, versions and the children behind the number."""
