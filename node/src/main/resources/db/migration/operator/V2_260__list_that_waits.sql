-- The next list while it waits for other operators' signatures, as far as it is signed. At most one.
create table operator.waiting_list (
    one  boolean primary key default true check (one),
    json bytea   not null
);
