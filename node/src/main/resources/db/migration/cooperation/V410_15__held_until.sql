-- Until then the opening act waits on this node and can be recalled; null: it left at once.
alter table cooperation.request add column held_until timestamptz;
