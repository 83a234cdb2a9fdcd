-- What each provider keeps for one request to us, item by item: ours alone, and gone with the request's words.
create table cooperation.provider_part (
    id         bigint generated always as identity primary key,
    thread     text        not null,
    provider   text        not null,
    item       text        not null,
    status     text        not null check (status in ('ASKED', 'ORDERED', 'PRESERVED', 'LOST', 'RELEASED')),
    until      date,
    version    integer     not null default 1,
    official   text        not null,
    changed_at timestamptz not null,
    check (status <> 'PRESERVED' or until is not null)
);
create index provider_part_thread on cooperation.provider_part (thread, id);
