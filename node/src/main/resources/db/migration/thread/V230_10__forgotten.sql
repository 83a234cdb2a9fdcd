-- When retention deleted what an act said; what it was and the signature over it stay.
alter table thread.act add column forgotten_at timestamptz;
create index act_said on thread.act (thread) where forgotten_at is null;
