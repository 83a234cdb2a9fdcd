-- Who applies to be an observer, by the rule that was in force when the application was circulated.
create table conference.application (
    id            bigint      generated always as identity primary key,
    name          text        not null check (length(name) between 1 and 200),
    sort          text        not null check (sort in ('organisation', 'civil-society', 'academic', 'company', 'other')),
    about         text        not null check (length(about) between 1 and 4000),
    applied_on    date        not null,
    recorded_by   text        not null,
    recorded_at   timestamptz not null,
    rule          text,
    circulated_on date,
    referred_on   date,
    outcome       text        not null default '' check (outcome in ('', 'admitted', 'refused', 'withdrawn')),
    outcome_on    date,
    outcome_words text        not null default '' check (length(outcome_words) <= 2000),
    outcome_by    text,
    check (circulated_on is null or rule is not null),
    check (referred_on is null or circulated_on is not null),
    check (outcome = '' or outcome_on is not null)
);

create table conference.objection (
    id           bigint      generated always as identity primary key,
    application  bigint      not null references conference.application,
    voice        text        not null check (length(voice) = 2),
    reason       text        not null check (length(reason) <= 4000),
    came_on      date        not null,
    withdrawn_on date,
    recorded_by  text        not null,
    recorded_at  timestamptz not null
);
create unique index objection_once on conference.objection (application, voice) where withdrawn_on is null;
