-- How long this node has run, all its starts together; measured without the clock on the wall.
create table ledger.running (
    one          boolean primary key default true check (one),
    milliseconds bigint not null check (milliseconds >= 0)
);
insert into ledger.running (milliseconds) values (0);
