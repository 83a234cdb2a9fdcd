-- How a decision stood before it was corrected or withdrawn, and why; oldest first. If the last one is "withdrawn", it does not stand.
create table conference.decision_change (
    id          bigint      generated always as identity primary key,
    decision    bigint      not null references conference.decision,
    kind        text        not null check (kind in ('corrected', 'withdrawn')),
    why         text        not null check (length(why) between 1 and 1000),
    title       text        not null,
    words       text        not null,
    taken       text        not null,
    effort      text        not null,
    taken_on    date        not null,
    articles    text        not null,
    recorded_by text        not null,
    recorded_at timestamptz not null
);
create index decision_change_of on conference.decision_change (decision, id);
