-- The rule under which words of ended requests are deleted, and since when it is in force here; null: none.
create table cooperation.retention_rule (
    one   boolean primary key default true check (one),
    days  bigint,
    since timestamptz not null
);

-- What a lawyer holds: nothing of such a request is deleted while this stands.
create table cooperation.legal_hold (
    id       bigint generated always as identity primary key,
    thread   text        not null,
    why      text        not null,
    set_by   text        not null,
    set_at   timestamptz not null,
    ended_by text,
    ended_at timestamptz
);
create unique index legal_hold_stands on cooperation.legal_hold (thread) where ended_at is null;
