-- The node's running time when an answer was kept: it is old only if it is by that too.
alter table api.answer add column running bigint;
