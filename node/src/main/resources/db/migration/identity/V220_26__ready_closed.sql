-- An administrator read what a new node still lacks, and closed that list for good: one row, or none.
create table identity.ready_closed (
    once      boolean     primary key default true check (once),
    closed_by text        not null references identity.person (id),
    closed_at timestamptz not null
);
