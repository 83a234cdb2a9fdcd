-- Logs as RFC 9162 trees beside the chain: line n of the domestic log is leaf n - 1. Lines written before this migration
-- come into the tree like all others, in batches, without a change to them. More logs can be kept here than one.
create table ledger.tree (
    log  text primary key,
    size bigint not null check (size >= 0)
);
insert into ledger.tree (log, size) values ('domestic', 0);

-- The root of each complete subtree; level 0 holds the hashes of the leaves.
create table ledger.subtree (
    log   text not null references ledger.tree,
    level int not null,
    at    bigint not null,
    hash  text not null,
    primary key (log, level, at)
);

-- Signed heads of the tree, each the text of a note (c2sp.org/tlog-checkpoint); cosignatures are further lines of it.
create table ledger.checkpoint (
    log  text not null references ledger.tree,
    size bigint not null,
    root text not null,
    time timestamptz not null,
    note text not null,
    primary key (log, size)
);

create function ledger.keep_all() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger only grows';
end $$;
create trigger subtree_only_grows before update or delete on ledger.subtree
    for each row execute function ledger.keep_all();
create trigger checkpoint_only_grows before update or delete on ledger.checkpoint
    for each row execute function ledger.keep_all();

create function ledger.keep_size() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or new.size < old.size then
        raise exception 'the ledger only grows';
    end if;
    return new;
end $$;
create trigger tree_only_grows before update or delete on ledger.tree
    for each row execute function ledger.keep_size();
