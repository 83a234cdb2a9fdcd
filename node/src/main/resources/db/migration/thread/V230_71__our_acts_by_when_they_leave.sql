-- What is counted of a day is counted by when it leaves, as it is asked for: one that is held leaves at its hour.
drop index thread.act_ours_by_type;
create index act_ours_by_leaving on thread.act (type, coalesce(held_until, kept_at)) where ours;
