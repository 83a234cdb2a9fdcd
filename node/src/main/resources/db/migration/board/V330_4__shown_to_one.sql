-- What this node, as a host, handed to one participant beside what stands on its boards; in its newest form alone.
create table board.handed (
    board       text        not null check (length(board) between 1 and 40),
    subject     text        not null check (length(subject) between 1 and 80),
    participant text        not null,
    body        text        not null check (length(body) = 64),
    at          timestamptz not null,
    primary key (board, subject, participant)
);

-- What a host that we follow shows to us and not to everybody who takes part: all of it is replaced at each turn.
create table board.shown (
    host    text        not null,
    board   text        not null check (length(board) between 1 and 40),
    subject text        not null check (length(subject) between 1 and 80),
    body    bytea       not null check (length(body) <= 66000),
    since   timestamptz not null,
    primary key (host, board, subject)
);
