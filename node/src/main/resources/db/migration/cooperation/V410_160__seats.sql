-- Keys of persons of authorities without a node, from the invitation on; what gave a key stands in the thread of seats.
create table cooperation.seat (
    id           text primary key,
    authority    text        not null,
    name         text        not null,
    function     text        not null,
    person       text        not null unique,
    invitation   bytea       unique,
    expires_at   timestamptz not null,
    invited_by   text        not null,
    credential   bytea       unique,
    key          bytea,
    copied       boolean     not null default false,
    act          text        unique,
    act_json     bytea,
    act_pdf      bytea,
    letter       bytea,
    submitted_by text,
    submitted_at timestamptz,
    thread       text,
    given        boolean     not null default false,
    confirmed    boolean     not null default false,
    ended_at     timestamptz
);
create index seat_authority on cooperation.seat (authority, expires_at);

-- A browser that knocks, or in which somebody signed in with such a key: the hash of its cookie.
create table cooperation.seat_visit (
    hash      bytea primary key,
    seat      text references cooperation.seat,
    challenge bytea,
    seen_at   timestamptz not null,
    begun_at  timestamptz not null
);
create index seat_visit_seen on cooperation.seat_visit (seen_at);

-- What was written from a seat and waits for the passkeys that it needs: the bytes that are shown and signed.
create table cooperation.seat_draft (
    act        text primary key,
    seat       text        not null references cooperation.seat,
    authority  text        not null,
    thread     text        not null,
    type       text        not null,
    json       bytea       not null,
    pdf        bytea       not null,
    assertions bytea,
    made_at    timestamptz not null,
    sent_at    timestamptz
);
create index seat_draft_thread on cooperation.seat_draft (thread, made_at);
