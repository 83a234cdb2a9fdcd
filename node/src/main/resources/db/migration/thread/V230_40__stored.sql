-- Bytes of the sealed acts that the counterpart sent into a thread, as they lie here.
alter table thread.thread add column stored bigint not null default 0;
update thread.thread t
   set stored = s.bytes
  from (select a.thread, sum(octet_length(c.bytes)) as bytes
          from thread.act a join thread.container c on c.act = a.id
         where not a.ours
         group by a.thread) s
 where s.thread = t.id;
create index thread_held on thread.thread (counterpart) include (ended, opener, stored);
