-- A row once all names of activities are kept that were given before names were kept: nothing is looked through again.
create table capacity.past_names (
    kept boolean primary key check (kept)
);
