-- How often the door refused, by code and hour; nothing of what was refused.
create table exchange.refusal (
    hour timestamptz not null,
    code text        not null,
    n    bigint      not null,
    primary key (hour, code)
);
create index outbox_given_up on exchange.outbox (settled_at) where status = 'GIVEN_UP';
