-- What this node follows: one row for each host and audience.
create table board.followed (
    host          text        not null,
    audience      text        not null check (audience in ('participants', 'public')),
    since         timestamptz not null,
    size          bigint      not null default 0,
    checkpoint    text,
    certification text,
    heard         timestamptz,
    compared      timestamptz,
    failing       text        not null default '',
    failing_since timestamptz,
    stopped       text        not null default '',
    stopped_at    timestamptz,
    primary key (host, audience)
);

create table board.held (
    host     text        not null,
    audience text        not null,
    k        bigint      not null check (k > 0),
    board    text        not null check (length(board) between 1 and 40),
    subject  text        not null check (length(subject) between 1 and 80),
    act      text        not null check (length(act) = 64),
    signed   bytea       not null,
    envelope bytea       not null,
    body     bytea       check (length(body) <= 66000),
    standing boolean     not null,
    at       timestamptz not null,
    taken    timestamptz not null,
    primary key (host, audience, k),
    foreign key (host, audience) references board.followed on delete cascade
);

create unique index held_act on board.held (host, audience, act);
create index held_board on board.held (host, board, subject) where standing;
create index held_missing on board.held (host, audience, k) where standing and body is null;

-- Two heads of one feed that the host signed and that contradict each other. Nothing is deleted.
create table board.contradiction (
    id       bigint      generated always as identity primary key,
    host     text        not null,
    audience text        not null,
    code     text        not null,
    ours     text        not null,
    theirs   text        not null,
    shown_by text        not null,
    at       timestamptz not null
);
