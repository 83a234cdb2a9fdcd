-- When the request of another reached us, by our own clock; of one on paper, the day that was written down for it. Null where
-- nothing came: we asked. Of what was here before, our own clock is read where it is kept.
alter table cooperation.request add column arrived_at timestamptz;
do $$
begin
    if to_regclass('thread.act') is not null then
        update cooperation.request r set arrived_at = case when act.ours then r.opened_at else act.kept_at end
          from thread.act act
         where act.thread = r.thread and act.n = 1
           and convert_from(act.envelope, 'UTF8')::json ->> 'role' <> r.our_role;
    end if;
end
$$;
create index request_arrived on cooperation.request (arrived_at, thread);
