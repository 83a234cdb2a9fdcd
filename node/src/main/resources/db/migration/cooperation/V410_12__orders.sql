-- What a magistrate writes on a request passed on for an order; decided once, and then a line of the domestic file.
create table cooperation.court_order (
    id         bigint generated always as identity primary key,
    thread     text        not null,
    number     text        not null,
    court      text        not null,
    custodian  text        not null,
    data       text        not null,
    keep_until date,
    may_tell   boolean     not null,
    reasons    text        not null,
    status     text        not null check (status in ('DRAFT', 'GRANTED', 'REFUSED')),
    official   text        not null,
    saved_at   timestamptz not null
);
create unique index court_order_draft on cooperation.court_order (thread) where status = 'DRAFT';
create index court_order_thread on cooperation.court_order (thread, id desc);
create index file_line_passed on cooperation.file_line (thread, id) where kind in ('PASSED_ON', 'ORDER', 'ORDER_REFUSED');
