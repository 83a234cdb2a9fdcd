-- An act of ours may wait for its hour before it is registered or leaves, and be recalled until then.
alter table thread.act add column held_until timestamptz, add column recalled_at timestamptz, add column recalled_why text;
create index act_held on thread.act (held_until) where n is null and recalled_at is null and held_until is not null;
drop index thread.act_unregistered;
create index act_unregistered on thread.act (kept_at) where n is null and ours and recalled_at is null;
