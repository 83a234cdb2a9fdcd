-- What an authority without a node is told of its seats here: one mail for each act. Its address is that of its entry in the
-- directory when the mail leaves, and is not kept.
create table notification.seat_mail (
    id            bigint generated always as identity primary key,
    authority     text        not null,
    kind          text        not null check (kind in ('ACTED', 'GIVEN', 'ENDED', 'ADOPTED')),
    act           text        not null unique,
    key           text        not null,
    happened_at   timestamptz not null,
    status        text        not null check (status in ('WAITING', 'SENT', 'DROPPED', 'FAILED')),
    attempts      integer     not null default 0,
    next_attempt  timestamptz not null,
    claimed_until timestamptz,
    last_error    text,
    settled_at    timestamptz
);
create index seat_mail_due on notification.seat_mail (next_attempt) where status = 'WAITING';
create index seat_mail_settled on notification.seat_mail (settled_at) where status <> 'WAITING';
