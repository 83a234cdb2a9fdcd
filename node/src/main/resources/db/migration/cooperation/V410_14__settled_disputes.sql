-- How two authorities settled that their registers differ; the thread itself stays disputed.
create table cooperation.dispute_settlement (
    thread       text primary key,
    words        text        not null,
    continued_in text        not null,
    proposed_by  text        not null,
    proposed_at  timestamptz not null,
    second       text,
    seconded_at  timestamptz
);
create index request_disputed on cooperation.request (changed_at desc) where disputed;
