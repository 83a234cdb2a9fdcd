-- What a session decided, and what becomes of it.
create table conference.decision (
    id          bigint      generated always as identity primary key,
    session     bigint      not null references conference.session,
    number      text        not null unique check (number ~ '^[0-9]{1,3}/[0-9]{1,3}$'),
    title       text        not null check (length(title) between 1 and 500),
    words       text        not null check (length(words) between 1 and 20000),
    taken       text        not null check (taken in ('consensus', 'no-objection', 'by-the-rules')),
    effort      text        not null check (length(effort) <= 2000),
    taken_on    date        not null,
    everybody   boolean     not null,
    recorded_by text        not null,
    recorded_at timestamptz not null,
    check (taken <> 'by-the-rules' or effort <> '')
);

create table conference.follow_up (
    id          bigint      generated always as identity primary key,
    decision    bigint      not null references conference.decision,
    paragraph   text        not null check (length(paragraph) <= 20),
    what        text        not null check (length(what) between 1 and 500),
    who         text        not null check (length(who) between 2 and 12),
    recorded_by text        not null,
    recorded_at timestamptz not null
);
create index follow_up_of on conference.follow_up (decision, id);

-- Where it stood when; the last one counts.
create table conference.follow_up_step (
    id          bigint      generated always as identity primary key,
    follow_up   bigint      not null references conference.follow_up,
    status      text        not null check (status in ('open', 'moved', 'done', 'dropped')),
    due         date,
    words       text        not null check (length(words) <= 1000),
    recorded_by text        not null,
    recorded_at timestamptz not null,
    check (status not in ('moved', 'dropped') or words <> '')
);
create index follow_up_step_of on conference.follow_up_step (follow_up, id);
