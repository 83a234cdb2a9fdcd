-- An item that comes from another node has its manifest before its bytes.
alter table evidence.item drop constraint item_state_check;
alter table evidence.item
    add constraint item_state_check check (state in ('ADDING', 'ARRIVING', 'SEALED', 'MATCHED', 'DAMAGED'));

-- An item wrapped for a receiver: one manifest, one header. Nothing leaves before released_at.
create table evidence.release (
    -- SHA-256 of the manifest that a deliver act names
    manifest    text        primary key,
    item        uuid        not null references evidence.item (id),
    receiver    text        not null,
    json        bytea       not null,
    -- SHA-256 of the header for the receiver; the header itself lies in the vault
    header      text        not null,
    prepared_at timestamptz not null,
    thread      text,
    act         text,
    released_at timestamptz,
    -- an officer stopped it
    held        boolean     not null default false,
    -- how many bytes of the payload the receiver has, as it says, and what was sent since
    reached     bigint      not null default 0,
    reached_at  timestamptz,
    unique (item, receiver),
    check ((released_at is null) = (act is null) and (act is null) = (thread is null))
);

create index release_of_thread on evidence.release (thread, released_at);

-- An item that an act delivered to us.
create table evidence.arrival (
    manifest    text        primary key,
    sender      text        not null,
    thread      text        not null,
    act         text        not null,
    state       text        not null check (state in (
        'WAITING', 'PAUSED', 'CANCELLED', 'REFUSED', 'WHOLE', 'MATCHED', 'NOT_MATCHED')),
    -- null until its manifest and header are here
    item        uuid        references evidence.item (id),
    -- bytes of the payload on the disk; never more than are there
    reached     bigint      not null default 0,
    -- whole, verified segments, one bit each, lowest first
    whole       bytea       not null default '',
    tries       integer     not null default 0,
    next_at     timestamptz not null,
    -- why it waits, was refused or did not match: a code of docs/protocol/transfer.md
    why         text,
    expected_at timestamptz not null,
    ended_at    timestamptz
);

create index arrival_due on evidence.arrival (next_at) where state in ('WAITING', 'WHOLE');
create index arrival_of_thread on evidence.arrival (thread, expected_at);

-- Of segments that are not whole: how many of their first bytes are on the disk.
create table evidence.arrival_part (
    manifest text    not null references evidence.arrival (manifest),
    segment  bigint  not null check (segment >= 0),
    bytes    integer not null check (bytes > 0),
    primary key (manifest, segment)
);

-- How fast, and when, evidence may travel to and from a participant; '' is everybody else.
create table evidence.pace (
    participant      text    primary key,
    bytes_per_second bigint  check (bytes_per_second >= 4096),
    -- hours of our own day; both or neither, and over midnight if the first is later
    opens            time,
    closes           time,
    check ((opens is null) = (closes is null))
);
