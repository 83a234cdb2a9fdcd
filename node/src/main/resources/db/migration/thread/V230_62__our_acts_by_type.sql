-- Some acts go only so often a day with one counterpart: they are counted without reading whole threads.
create index act_ours_by_type on thread.act (type, kept_at) where ours;
