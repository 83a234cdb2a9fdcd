-- Acts recalled before recalling was written down in the thread: they were never said. Nobody gave a reason then.
do $$
begin
    if to_regclass('thread.act') is not null then
        update thread.act a
           set recalled_at = d.submitted_at, recalled_why = ''
          from cooperation.draft d
         where d.act = a.id and d.status = 'RECALLED' and a.n is null and a.recalled_at is null;
        update cooperation.request r
           set state = 'Recalled', turn = 'NOBODY', next = null, due = null
          from thread.act a
         where a.thread = r.thread and r.state = 'Sent' and a.recalled_at is not null and a.type = 'request';
    end if;
end
$$;
