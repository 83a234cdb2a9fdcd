-- What a participant's acts of joint threads take up here, and how many came of it in one thread, are read from indexes alone.
alter table thread.joint_act add column stored bigint generated always as (coalesce(octet_length(container), 0)) stored;
create index joint_act_stored on thread.joint_act (author) include (stored);
create index joint_act_kept on thread.joint_act (thread, author, kept_at) include (stored);
