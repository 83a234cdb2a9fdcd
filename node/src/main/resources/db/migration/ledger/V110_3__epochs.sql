-- After a restore the log signs no head until it is shown that nothing was lost, or two officers begin a new epoch.
create table ledger.closure (
    id            bigint generated always as identity primary key,
    log           text not null references ledger.tree,
    closed_at     timestamptz not null,
    size          bigint not null check (size >= 0),
    shown         bigint,
    first_officer text,
    first_at      timestamptz,
    opened_at     timestamptz
);

-- Epochs behind the first; the log's name in it is the end of its origin.
create table ledger.epoch (
    name      text primary key,
    log       text not null references ledger.tree,
    opened_at timestamptz not null
);
create trigger epoch_only_grows before update or delete on ledger.epoch
    for each row execute function ledger.keep_all();
