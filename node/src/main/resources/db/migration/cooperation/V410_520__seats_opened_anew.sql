-- An authority that said it has a node of its own, and has none: two officers open its seats anew, and record for it again.
create table cooperation.seat_reopening (
    act         text primary key,
    authority   text        not null,
    thread      text        not null,
    json        bytea       not null,
    pdf         bytea       not null,
    asked_by    text        not null,
    asked_at    timestamptz not null,
    approved_at timestamptz
);
create unique index seat_reopening_waits on cooperation.seat_reopening (authority) where approved_at is null;
create index seat_reopening_opened on cooperation.seat_reopening (authority, approved_at) where approved_at is not null;
