from trigpoint.cases.contact import Contact
from trigpoint.language import NEITHER, Measure, PeriodType
from trigpoint.language.measure import PERCENT

contacts_to_referral_pct = Measure(
    title="Contacts progressing to referral",
    counts=Contact,
    dated_by=Contact.contacted_on,
    exclude={"Case open already": Contact.is_on_open_case == 1},
    met=Contact.is_new_referral == 1,
    good=NEITHER,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YTD, PeriodType.ROLLING12),
    variants={
        "link": {
            "outcome_flag": {},
            "date_window": {
                "met": Contact.referred_on.is_by(Contact.referral_limit_on),
                "due": Contact.referral_limit_on,
                "needs": ("ssd_cin_episodes",),
            },
        },
        "n": {"3": {}},
    },
    words={"met": "Became a referral", "not_met": "Did not", "all": "Contacts, but for those on open cases"},
    seeds=("hereford H5",),
    source="ADCS Safeguarding Pressures",
    notes=(
        "By the month of the contact, whenever the referral came. With link=date_window a referral of the same child "
        "from the day of the contact to the third day after counts, whatever outcome the contact has."
    ),
    examples="""
        month to 2024-10-31 | as at 2024-10-31 | figure 1/3
        child | contacts                           | expect
        A     | 2024-10-04 from 6 new referral     | met
        B     | 2024-10-04 from 6 advice           | not met
        C     | 2024-10-04 from 6 open case        | excluded: Case open already
        D     | 2024-10-04 from 6                  | unknown: No outcome recorded

        month to 2024-10-31 | as at 2024-10-31 | variant link=date_window | figure 2/4
        child | contacts                 | referrals              | expect
        A     | 2024-10-04 from 6 advice | 2024-10-07             | met     (day 3)
        B     | 2024-10-04 from 6 advice | 2024-10-08             | not met (day 4)
        C     | 2024-10-04 from 6 advice | 2024-10-03; 2024-10-04 | met     (on the day)
        D     | 2024-10-04 from 6 advice | 2024-10-03             | not met (before the contact)
        E     | 2024-10-29 from 6 advice |                        | pending
    """,
)
