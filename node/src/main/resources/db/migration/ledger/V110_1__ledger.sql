create schema ledger;

-- A line is written in the transaction of what it records, and chained as that transaction commits.
create table ledger.line (
    id         bigint generated always as identity primary key,
    time       timestamptz not null,
    what       text not null,
    subject    text not null,
    official   text,
    facts      text not null,
    salt       text not null,
    commitment text not null,
    n          bigint unique,
    hash       text,
    check ((n is null) = (hash is null))
);
create index line_by_subject on ledger.line (subject, n desc);
create index line_unchained on ledger.line (id) where n is null;

-- The end of the chain; its lock orders the lines.
create table ledger.head (
    one  boolean primary key default true check (one),
    n    bigint not null,
    hash text not null
);
insert into ledger.head (n, hash) values (0, repeat('0', 64));

create function ledger.keep() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.n is not null then
        raise exception 'the ledger only grows';
    end if;
    return new;
end $$;
create trigger line_only_grows before update or delete on ledger.line
    for each row execute function ledger.keep();
