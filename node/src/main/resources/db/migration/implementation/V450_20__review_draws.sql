-- Draws of who looks at whom in a review. The secret is published with the result; before that it stays here.
create table implementation.review_draw (
    round        text        primary key check (round ~ '^[0-9]{4}-[0-9]{1,3}$'),
    states       text        not null check (length(states) <= 20000),
    commitment   text        not null check (commitment ~ '^[0-9a-f]{64}$'),
    secret       bytea       not null check (length(secret) = 32),
    named        text        not null check (length(named) between 1 and 300),
    day          date        not null,
    committed_by text        not null,
    committed_at timestamptz not null,
    value        text        check (length(value) between 1 and 300),
    result       text        check (result ~ '^[0-9a-f]{64}$'),
    drawn_by     text,
    drawn_at     timestamptz,
    check ((drawn_at is null) = (value is null)),
    check ((drawn_at is null) = (result is null)),
    check ((drawn_at is null) = (drawn_by is null))
);
