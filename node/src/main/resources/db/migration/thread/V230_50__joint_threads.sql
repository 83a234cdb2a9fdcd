-- Joint threads: any number of parties, one of which keeps the register (docs/protocol/joint.md).
create table thread.joint (
    id         text primary key,
    procedure  text not null,
    convention text not null,
    drill      boolean not null,
    opener     text not null,
    keeper     text not null,
    standing   text not null,
    state      text,
    last_n     bigint not null default 0,
    last_hash  text not null default repeat('0', 64),
    disputed   text,
    opened_at  timestamptz not null,
    changed_at timestamptz not null
);

-- body and container are null where only the envelope may be seen, or is left; n is null until registered.
create table thread.joint_act (
    id             text primary key,
    thread         text not null references thread.joint,
    author         text not null,
    envelope       bytea not null,
    body           bytea,
    container      bytea,
    container_hash text,
    kept_at        timestamptz not null,
    n              bigint,
    unique (thread, n)
);
create index joint_act_waiting on thread.joint_act (thread, author) where n is null;

create table thread.joint_entry (
    thread text not null references thread.joint,
    n      bigint not null,
    act    text not null unique references thread.joint_act,
    keeper text not null,
    hash   text not null,
    json   bytea not null,
    primary key (thread, n)
);

-- Who is and was a party, as the entries fold it.
create table thread.party (
    thread      text not null references thread.joint,
    participant text not null,
    role        text not null,
    from_n      bigint not null,
    until_n     bigint,
    from_here   boolean not null,
    at          text,
    primary key (thread, participant, from_n)
);

-- The last entry that a page with a receipt brought to a party; whole: its own acts travel too.
create table thread.cursor (
    thread      text not null references thread.joint,
    participant text not null,
    sent_n      bigint not null default 0,
    whole       boolean not null default false,
    primary key (thread, participant)
);

-- What we were asked to join, until we are in it.
create table thread.invitation (
    thread      text primary key references thread.joint,
    act         text not null,
    asked_n     bigint not null,
    asked_hash  text not null,
    role        text not null,
    sender      text not null,
    at          timestamptz not null
);

-- Signed entries that do not fit, beside what is here in their place; and heads above our last.
create table thread.joint_proof (
    id      bigint generated always as identity primary key,
    thread  text not null references thread.joint,
    why     text not null,
    ours    bytea,
    theirs  bytea not null,
    hash    text not null,
    sender  text not null,
    kept_at timestamptz not null,
    unique (thread, hash)
);
create table thread.claim (
    thread text not null references thread.joint,
    n      bigint not null,
    json   bytea not null,
    sender text not null,
    at     timestamptz not null,
    primary key (thread, n)
);
