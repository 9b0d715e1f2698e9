-- Headline figures over written records in their simplest form, for tests of the invented data only.
-- First what they share; then one query a figure under its name, each giving (month end, value).
create table wd as select cast(d as date) as d, wd_no from cal;
create table kept as
    select e.*, p.clap_cla_placement_type as type, p.clap_cla_placement_urn as urn
    from ssd_cla_episodes e
    left join ssd_cla_placement p on p.clap_cla_placement_id = e.clae_cla_placement_id
    where not exists (
        select 1 from ssd_legal_status s where s.lega_person_id = e.clae_person_id and
            s.lega_legal_status in ('V3', 'V4')
        and s.lega_legal_status_start_date < coalesce(e.clae_cla_episode_ceased_date, date '9999-01-01')
        and coalesce(s.lega_legal_status_end_date, date '9999-01-01') > e.clae_cla_episode_start_date);
create table cla as
    select m.s, e.clae_person_id as child, any_value(e.clae_cla_id) as period,
        any_value(e.clae_entered_care_date) as entry
    from months m join kept e on e.clae_cla_episode_start_date <= m.s
        and coalesce(e.clae_cla_episode_ceased_date, date '9999-01-01') > m.s
    group by all;
create table periods as
    select clae_cla_id as period, any_value(clae_person_id) as child, min(clae_entered_care_date) as entry,
        max(coalesce(clae_cla_episode_ceased_date, date '9999-01-01')) as ended
    from kept where clae_entered_care_date is not null group by all;
create table referred as
    select cine_person_id as child, cine_referral_date as d,
        lag(cine_referral_date) over (partition by cine_person_id order by cine_referral_date) as before
    from (select distinct cine_person_id, cine_referral_date from ssd_cin_episodes where cine_referral_date
        is not null);
create table plans as
    select cppl_person_id as child, cppl_cp_plan_start_date as begun, cppl_cp_plan_end_date as ended,
        row_number() over w as nth, lag(cppl_cp_plan_end_date) over w as ended_before
    from ssd_cp_plans where cppl_cp_plan_ola = 'N' and cppl_cp_plan_start_date is not null
    window w as (partition by cppl_person_id order by cppl_cp_plan_start_date);
create table assessed as
    select cina_assessment_auth_date as d, b.wd_no - a.wd_no as days
    from ssd_cin_assessments
    join wd a on a.d = cina_assessment_start_date join wd b on b.d = cina_assessment_auth_date;
create table met as
    select icpc_icpc_date as d, b.wd_no - a.wd_no as days
    from ssd_initial_cp_conference join ssd_s47_enquiry on s47e_s47_enquiry_id = icpc_s47_enquiry_id
    join wd a on a.d = s47e_s47_start_date join wd b on b.d = icpc_icpc_date;
create table twenty as
    select a.d, min(b.d) as due from wd a join wd b on b.wd_no = a.wd_no + 20 and b.d > a.d group by all;
create table limits as
    with held as (
        select p.period, p.ended, p.entry, r.d, row_number() over w as k, lag(r.d) over w as before
        from periods p join (
            select distinct clar_cla_id, clar_cla_review_date as d from ssd_cla_reviews where
                clar_cla_review_cancelled = 'N'
        ) r on r.clar_cla_id = p.period where r.d is not null
        window w as (partition by p.period order by r.d)),
    last as (select period, max(k) as k, max(d) as d from held group by all)
    select period, held.d as held, case k when 1 then due when 2 then before + interval 3 month
        else before + interval 6 month end as due
    from held join twenty on twenty.d = held.entry
    union all
    select p.period, null, case when l.k is null then t.due when l.k = 1 then l.d + interval 3 month
        else l.d + interval 6 month end
    from periods p join twenty t on t.d = p.entry left join last l using (period);
create table homes as
    with real as (
        select *, type like 'T%' as away, lag(type like 'T%') over w as back from kept
        where coalesce(clae_cla_episode_ceased_date, date '9999-01-01') > clae_cla_episode_start_date
        window w as (partition by clae_person_id order by clae_cla_episode_start_date)),
    usual as (select *, lag(type) over w as type_before, lag(urn) over w as urn_before from real where not away
        window w as (partition by clae_person_id order by clae_cla_episode_start_date))
    select clae_person_id as child, clae_cla_episode_start_date as begun,
        coalesce(clae_cla_episode_ceased_date, date '9999-01-01') as ended,
        sum(case when clae_cla_episode_start_reason in ('L', 'T', 'U') or type in ('A3', 'A5')
            or (back and type = type_before and coalesce(urn, urn_before, '') = coalesce(urn_before, urn, ''))
            then 0 else 1 end) over (partition by clae_person_id order by clae_cla_episode_start_date) as home
    from usual;

-- figure rereferrals_12m_pct
select s, 100 * avg(cast(coalesce(before >= d - interval 12 month, false) as int)) from months join referred on
    d between first and s group by s;

-- figure referrals_12m
select s, count(*) from months join referred on d between year and s group by s;

-- figure rereferrals_r12
select s, 100 * avg(cast(coalesce(before >= d - interval 12 month, false) as int)) from months join referred on
    d between year and s group by s;

-- figure assessments_45
select s, 100 * avg(cast(days <= 45 as int)) from months join assessed on d between first and s group by s;

-- figure assessments_20
select s, 100 * avg(cast(days <= 20 as int)) from months join assessed on d between first and s group by s;

-- figure assessments_45_r12
select s, 100 * avg(cast(days <= 45 as int)) from months join assessed on d between year and s group by s;

-- figure assessments_open_overdue
select s, count(*) from months join ssd_cin_assessments on cina_assessment_start_date <= s and
    coalesce(cina_assessment_auth_date, date '9999-01-01') > s join wd a on a.d = cina_assessment_start_date
    join wd b on b.d = s where b.wd_no - a.wd_no > 45 group by s;

-- figure icpc_15wd_pct
select s, 100 * avg(cast(days <= 15 as int)) from months join met on d between first and s group by s;

-- figure icpc_15wd_r12
select s, 100 * avg(cast(days <= 15 as int)) from months join met on d between year and s group by s;

-- figure s47_12m
select s, count(*) from months join ssd_s47_enquiry on s47e_s47_start_date between year and s group by s;

-- figure icpc_12m
select s, count(*) from months join ssd_initial_cp_conference on icpc_icpc_date between year and s group by s;

-- figure cpp_at_period_end
select s, count(distinct child) from months join plans on begun <= s and coalesce(ended, date '9999-01-01') > s
    group by s;

-- figure cpp_second_ever
select s, 100 * avg(cast(nth > 1 as int)) from months join plans on begun between first and s group by s;

-- figure cpp_second_r12
select s, 100 * avg(cast(nth > 1 as int)) from months join plans on begun between year and s group by s;

-- figure cpp_second_24m
select s, 100 * avg(cast(nth > 1 and coalesce(ended_before >= begun - interval 24 month, true) as int)) from
    months join plans on begun between first and s group by s;

-- figure cin_at_period_end
select s, count(distinct cine_person_id) from months join ssd_cin_episodes on cine_referral_date <= s and
    coalesce(cine_close_date, date '9999-01-01') > s and cine_referral_nfa = 'N' group by s;

-- figure cla_at_period_end
select s, count(*) from cla group by s;

-- figure cla_rate_per_10000
select c.s, 10000 * count(*) / (select children from ext_population where sex is null and published_on <= c.s
    order by year desc limit 1) from cla c group by s;

-- figure cla_3plus_placements_pct
select s, 100 * avg(cast(homes >= 3 as int)) from (select cla.s, child, count(distinct home) as homes from cla
    join homes using (child) where begun <= s and ended > s - interval 12 month group by all) group by s;

-- figure cla_reviews_child_pct
select s, 100 * avg(1 - late) from (select cla.s, cla.child, max(cast((held <= s and held > l.due and l.due >= s
    - interval 12 month) or (l.due < s and coalesce(held > s, true)) as int)) as late from cla join twenty t on
    t.d = cla.entry join limits l using (period) where t.due <= s group by all) group by s;

-- figure cla_reviews_meeting_pct
select s, 100 * avg(cast(held <= due as int)) from months join limits on held between first and s group by s;

-- figure adoption_a1_days
select s, avg(perm_placed_for_adoption_date - entry) from months join ssd_permanence on
    perm_permanence_order_date between year and s and perm_permanence_order_type = 'Adoption' join periods on
    period = perm_cla_id where perm_placed_for_adoption_date is not null group by s;

-- figure iha_20wd_pct
select s, 100 * avg(cast(exists (select 1 from ssd_cla_health where clah_person_id = child and
    clah_health_check_type ilike '%health%' and clah_health_check_status = 'Completed' and
    clah_health_check_date between entry and due) as int)) from months join (periods join twenty t on t.d =
    entry) on entry between first and s and ended > due and due < (select max(s) from months) group by s;

-- figure caseload_average_sw
select s, sum(cases) / sum(fte) from (select m.s, prof_professional_id,
    any_value(prof_full_time_equivalency)::double as fte, count(distinct invo_person_id) as cases from months m
    join ssd_involvements on invo_involvement_start_date <= m.s and coalesce(invo_involvement_end_date, date
    '9999-01-01') > m.s join ssd_professionals on prof_professional_id = invo_professional_id where
    prof_social_worker_registration_no is not null group by all) group by s;

-- figure population
select s, (select children from ext_population where sex is null and published_on <= s order by year desc limit
    1) from months;
