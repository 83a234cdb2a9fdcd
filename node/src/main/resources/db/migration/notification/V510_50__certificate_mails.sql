-- What contact point and central authority are told of certificates of this node that end: one mail for each day on which
-- some end, step before it and address.
create table notification.certificate_mail (
    id            bigint generated always as identity primary key,
    -- the day in UTC
    ends_on       date        not null,
    -- days before the end
    step          integer     not null,
    recipient     text        not null,
    address       text        not null,
    language      text        not null,
    status        text        not null check (status in ('WAITING', 'SENT', 'DROPPED', 'FAILED')),
    attempts      integer     not null default 0,
    next_attempt  timestamptz not null,
    claimed_until timestamptz,
    last_error    text,
    settled_at    timestamptz,
    unique (ends_on, step, address)
);
create index certificate_mail_due on notification.certificate_mail (next_attempt) where status = 'WAITING';
create index certificate_mail_settled on notification.certificate_mail (settled_at) where status <> 'WAITING';
