-- What was packed for a courier, to be fetched again until it has arrived. The files are age files for the peer's node.
create table exchange.courier_batch (
    id       text primary key,
    peer     text        not null,
    official text        not null,
    at       timestamptz not null
);
create index courier_batch_at on exchange.courier_batch (at desc);

create table exchange.courier_file (
    batch   text  not null references exchange.courier_batch on delete cascade,
    name    text  not null,
    content bytea not null,
    primary key (batch, name)
);
