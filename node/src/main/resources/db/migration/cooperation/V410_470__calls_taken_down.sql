-- A call of another State, as an officer took it down. Once it belongs to a request its words stand in the domestic file of
-- that one, and no more here.
create table cooperation.call (
    id          bigint generated always as identity primary key,
    -- a participant of the directory, or empty
    counterpart text        not null,
    authority   text        not null,
    caller      text        not null,
    number      text        not null,
    asks        text        not null,
    identifier  text        not null,
    life        boolean     not null,
    at          timestamptz not null,
    taken_by    text        not null,
    taken_at    timestamptz not null,
    settled     text        check (settled in ('LINKED', 'WITHOUT')),
    thread      text,
    why         text        not null default '',
    settled_by  text,
    settled_at  timestamptz
);
create index call_open on cooperation.call (life desc, at) where settled is null;
create index call_settled on cooperation.call (settled_at) where settled is not null;

-- Who rang the authority back, at which number, and what it said there.
create table cooperation.call_back (
    id      bigint generated always as identity primary key,
    call    bigint      not null references cooperation.call (id) on delete cascade,
    at      timestamptz not null,
    number  text        not null,
    outcome text        not null check (outcome in ('CONFIRMED', 'NO_ANSWER', 'DENIED')),
    words   text        not null,
    rung_by text        not null
);
create index call_back_call on cooperation.call_back (call, id);
