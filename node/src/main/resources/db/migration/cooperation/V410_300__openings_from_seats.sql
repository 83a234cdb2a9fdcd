-- What opens a thread and is being written from a seat; its request gets its number when it is first shown to be signed.
create table cooperation.seat_opening (
    thread     text primary key,
    authority  text        not null,
    procedure  text        not null,
    body       text        not null,
    version    bigint      not null default 1,
    reference  text,
    written_by text        not null references cooperation.seat,
    saved_at   timestamptz not null
);
create index seat_opening_authority on cooperation.seat_opening (authority, saved_at desc);
