"""A visit to siblings is not recorded for all of them."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import CpVisit

visit_not_copied = RecordRule(
    title="A visit to siblings is not recorded for all of them",
    mend="Copy the visit to the siblings who were seen",
    source=SOURCE,
    severity="query",
    of=(CpVisit,),
    fails=CpVisit.siblings_passed_over > 0,
    mended={},
    examples="""
        fails: Conference id=C1 child=1 icpc_icpc_meeting_id=M1; Conference id=C2 child=2 icpc_icpc_meeting_id=M1;
            CpPlan id=P1 child=1 cppl_icpc_id=C1 start=2024-01-01;
            CpPlan id=P2 child=2 cppl_icpc_id=C2 start=2024-01-01;
            CpVisit child=1 cppv_cp_plan_id=P1 start=2024-02-10; CpVisit child=2 cppv_cp_plan_id=P2 start=2024-02-10;
            CpVisit child=1 cppv_cp_plan_id=P1 start=2024-03-10; CpVisit child=2 cppv_cp_plan_id=P2 start=2024-03-10;
            CpVisit child=1 cppv_cp_plan_id=P1 start=2024-04-10; CpVisit child=2 cppv_cp_plan_id=P2 start=2024-04-10;
            CpVisit child=1 cppv_cp_plan_id=P1 start=2024-05-10; CpVisit child=2 cppv_cp_plan_id=P2 start=2024-05-10;
            CpVisit child=1 cppv_cp_plan_id=P1 start=2024-06-10; CpVisit child=2 cppv_cp_plan_id=P2 start=2024-06-10;
            CpVisit child=1 cppv_cp_plan_id=P1 start=2024-07-10; CpVisit child=2 cppv_cp_plan_id=P2 start=2024-07-10;
            *CpVisit child=1 cppv_cp_plan_id=P1 start=2024-08-10
        passes: Conference id=C1 child=1 icpc_icpc_meeting_id=M1; Conference id=C2 child=2 icpc_icpc_meeting_id=M1;
            CpPlan id=P1 child=1 cppl_icpc_id=C1 start=2024-01-01;
            CpPlan id=P2 child=2 cppl_icpc_id=C2 start=2024-01-01;
            CpVisit child=1 cppv_cp_plan_id=P1 start=2024-02-10; CpVisit child=2 cppv_cp_plan_id=P2 start=2024-02-10;
            CpVisit child=1 cppv_cp_plan_id=P1 start=2024-03-10; CpVisit child=2 cppv_cp_plan_id=P2 start=2024-03-10;
            CpVisit child=1 cppv_cp_plan_id=P1 start=2024-04-10; CpVisit child=2 cppv_cp_plan_id=P2 start=2024-04-10;
            CpVisit child=1 cppv_cp_plan_id=P1 start=2024-05-10; CpVisit child=2 cppv_cp_plan_id=P2 start=2024-05-10;
            CpVisit child=1 cppv_cp_plan_id=P1 start=2024-06-10; CpVisit child=2 cppv_cp_plan_id=P2 start=2024-06-10;
            CpVisit child=1 cppv_cp_plan_id=P1 start=2024-07-10; CpVisit child=2 cppv_cp_plan_id=P2 start=2024-07-10;
            CpVisit child=1 cppv_cp_plan_id=P1 start=2024-08-10; CpVisit child=2 cppv_cp_plan_id=P2 start=2024-08-12
        passes: Conference id=C1 child=1 icpc_icpc_meeting_id=M1; Conference id=C2 child=2 icpc_icpc_meeting_id=M1;
            CpPlan id=P1 child=1 cppl_icpc_id=C1 start=2024-01-01;
            CpPlan id=P2 child=2 cppl_icpc_id=C2 start=2024-01-01; CpVisit child=1 cppv_cp_plan_id=P1 start=2024-08-10
    """,
)
