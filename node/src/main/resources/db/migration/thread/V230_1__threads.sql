create schema thread;

create table thread.thread (
    id          text primary key,
    procedure   text not null,
    convention  text not null,
    reference   text not null,
    opener      text not null,
    counterpart text not null,
    our_role    text not null,
    we_keep     boolean not null,
    by_wire     boolean not null,
    drill       boolean not null,
    state       text,
    state_name  text not null default '',
    ended       boolean not null default false,
    last_n      bigint not null default 0,
    last_hash   text not null default repeat('0', 64),
    last_state  text,
    acts        integer not null default 0,
    disputed    text,
    opened_at   timestamptz not null,
    changed_at  timestamptz not null,
    unique (reference, opener)
);
create index thread_by_change on thread.thread (changed_at desc, id desc);
create index thread_by_counterpart on thread.thread (counterpart, changed_at desc, id desc);
create index thread_open_by_state on thread.thread (state_name, changed_at desc, id desc) where not ended;
create index thread_disputed on thread.thread (changed_at desc, id desc) where disputed is not null;

-- An act without its body: identity, signature and fold need no more. n is null until registered.
create table thread.act (
    id             text primary key,
    thread         text not null references thread.thread,
    type           text not null,
    ours           boolean not null,
    envelope       bytea not null,
    container_hash text not null,
    kept_at        timestamptz not null,
    n              bigint,
    unique (thread, n)
);
create index act_by_thread on thread.act (thread, kept_at);
create index act_unregistered on thread.act (kept_at) where n is null and ours;

create table thread.body (
    act  text primary key references thread.act,
    json bytea not null
);

-- whole is false once the body is forgotten: only the container's signatures are left.
create table thread.container (
    act   text primary key references thread.act,
    bytes bytea not null,
    whole boolean not null default true
);

create table thread.entry (
    thread text not null references thread.thread,
    n      bigint not null,
    act    text not null unique references thread.act,
    hash   text not null,
    time   timestamptz not null,
    effect text not null,
    state  text not null,
    json   bytea not null,
    primary key (thread, n)
);

-- Entries that wait for their act or for an earlier entry.
create table thread.parked (
    thread    text not null references thread.thread,
    n         bigint not null,
    act       text not null,
    hash      text not null,
    previous  text not null,
    json      bytea not null,
    parked_at timestamptz not null,
    primary key (thread, n)
);
create index parked_by_time on thread.parked (parked_at);

create table thread.snapshot (
    thread text not null references thread.thread,
    n      bigint not null,
    state  text not null,
    primary key (thread, n)
);

create table thread.dispute_proof (
    id          bigint generated always as identity primary key,
    thread      text not null references thread.thread,
    why         text not null,
    ours        bytea,
    theirs      bytea not null,
    theirs_hash text not null,
    kept_at     timestamptz not null,
    unique (thread, theirs_hash)
);

-- References count from one each year; the first of a year remembers where the sequence stood.
create sequence thread.reference_serial;
create table thread.reference_year (
    year  integer primary key,
    start bigint not null
);
