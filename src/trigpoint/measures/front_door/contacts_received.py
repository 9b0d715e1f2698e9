from trigpoint.cases.contact import Contact
from trigpoint.language import NEITHER, Measure, PeriodType

contacts_received = Measure(
    title="Contacts received",
    counts=Contact,
    dated_by=Contact.contacted_on,
    exclude={"Duplicate of another contact": Contact.is_duplicate == 1},
    good=NEITHER,
    unit="contacts",
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YTD, PeriodType.ROLLING12),
    variants={
        "level": {"child": {}, "contact": {"once": Contact.contact}},
        "duplicates": {
            "exclude": {},
            "include": {"exclude": {"Duplicate of another contact": None}},
        },
    },
    words={"met": "Contacts", "all": "All contacts recorded"},
    seeds=("birmingham C1", "hereford H4"),
    source="Annex A, list 1; ADCS Safeguarding Pressures",
    notes=(
        "Each child in a contact counts, so a contact about three siblings is three. With level=contact children of "
        "one family, on one day and from one source, are one."
    ),
    examples="""
        month to 2024-10-31 | as at 2024-10-31 | figure 3
        child | contacts                       | expect
        A     | 2024-10-04 from 6              | counted
        B     | 2024-10-04 from 6              | counted (a sibling counts too)
        C     | 2024-10-04 from 6; 2024-10-04 from 6 again | counted, excluded: Duplicate of another contact
        D     | 2024-11-01 from 6              | none

        month to 2024-10-31 | as at 2024-10-31 | variant duplicates=include | figure 3
        child | contacts                       | expect
        A     | 2024-10-04 from 6; 2024-10-04 from 6 again | counted, counted
        B     | 2024-10-04 from 2A             | counted

        month to 2024-10-31 | as at 2024-10-31 | variant level=contact | figure 4
        child | household | contacts                             | expect
        A     | F1        | 2024-10-04 from 6                    | counted (for both)
        B     | F1        | 2024-10-04 from 6                    | none
        C     | F1        | 2024-10-04 from 2A                   | counted (another source)
        D     |           | 2024-10-04 from 6; 2024-10-05 from 6 | counted, counted
    """,
)
