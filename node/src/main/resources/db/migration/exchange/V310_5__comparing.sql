alter table exchange.outbox drop constraint outbox_action_check;
alter table exchange.outbox add constraint outbox_action_check
    check (action in ('ACT', 'ENTRY', 'MESSAGE', 'FETCH', 'RETURN', 'HEADS'));

-- What a counterpart holds, as it says after we were restored: the end of each register and the acts without an entry.
create table exchange.head (
    counterpart text   not null,
    thread      text   not null,
    n           bigint not null,
    hash        text   not null,
    open        text[] not null,
    primary key (counterpart, thread)
);

create table exchange.heads_listed (
    counterpart text primary key,
    at          timestamptz not null
);
