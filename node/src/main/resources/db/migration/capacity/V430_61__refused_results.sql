-- What a second officer did not approve stays with the reason, and the round can be solved anew; a round that comes to nothing ends.
alter table capacity.solving
    add column refused_by  text,
    add column refused_at  timestamptz,
    add column refused_why text not null default '' check (length(refused_why) <= 1000),
    add constraint solving_refused
        check (refused_by is null or (refused_by <> ran_by and approved_by is null and refused_why <> ''));
alter table capacity.round
    add column ended_by  text,
    add column ended_at  timestamptz,
    add column ended_why text not null default '' check (length(ended_why) <= 1000);
