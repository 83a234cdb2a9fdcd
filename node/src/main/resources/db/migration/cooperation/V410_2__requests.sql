create table cooperation.request (
    thread       text primary key,
    reference    text        not null unique,
    procedure    text        not null,
    counterpart  text        not null,
    our_role     text        not null check (our_role in ('requesting', 'requested')),
    subject      text        not null,
    state        text        not null,
    until        timestamptz,
    turn         text        not null check (turn in ('OURS', 'THEIRS', 'NOBODY')),
    next         text,
    opened_at    timestamptz not null,
    changed_at   timestamptz not null,
    due          timestamptz,
    asked_by     boolean     not null default false,
    emergency    boolean     not null,
    confidential boolean     not null,
    channel      text        not null,
    owner        text,
    notice       text,
    disputed     boolean     not null default false,
    our_case     text        not null default '',
    their_case   text        not null default '',
    search       text        not null
);
-- The desk's order: emergencies first, then what is due first, then the oldest.
create index request_desk on cooperation.request
    (emergency desc, coalesce(due, 'infinity'::timestamptz), opened_at, thread) where turn = 'OURS';
create index request_open on cooperation.request
    (emergency desc, coalesce(due, 'infinity'::timestamptz), opened_at, thread) where turn <> 'NOBODY';
create index request_all on cooperation.request (emergency desc, coalesce(due, 'infinity'::timestamptz), opened_at, thread);
create index request_until on cooperation.request (until) where until is not null and turn <> 'NOBODY';
create index request_owner on cooperation.request (owner) where owner is not null;
create index request_year on cooperation.request (opened_at, state, our_role);
