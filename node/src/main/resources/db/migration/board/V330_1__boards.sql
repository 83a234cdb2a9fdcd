create schema if not exists board;

-- What this node publishes as a host: one feed for each audience, in the order of signing.
create table board.feed (
    audience text   primary key check (audience in ('participants', 'public')),
    size     bigint not null check (size >= 0)
);

create table board.entry (
    audience text        not null references board.feed,
    k        bigint      not null check (k > 0),
    board    text        not null check (length(board) between 1 and 40),
    subject  text        not null check (length(subject) between 1 and 80),
    act      text        not null unique check (length(act) = 64),
    signed   bytea       not null,
    envelope bytea       not null,
    body     bytea       check (length(body) <= 66000),
    standing boolean     not null,
    at       timestamptz not null,
    primary key (audience, k)
);

-- Of a subject one publication stands, before one audience.
create unique index entry_standing on board.entry (board, subject) where standing;
create index entry_board on board.entry (audience, board, k);
