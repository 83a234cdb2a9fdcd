-- Who was ever asked to be a party that another speaks for (R102): what was said for it then it reads for good.
create table thread.asked_at (
    participant text not null,
    thread      text not null references thread.joint,
    at          text not null,
    primary key (participant, thread, at)
);
insert into thread.asked_at (participant, thread, at)
select facts ->> 'party', thread, facts ->> 'at'
  from (select act.thread, convert_from(act.envelope, 'UTF8')::json -> 'facts' as facts,
               convert_from(act.envelope, 'UTF8')::json ->> 'type' as type
          from thread.joint_act act join thread.joint_entry entry on entry.act = act.id
         where convert_from(entry.json, 'UTF8')::json -> 'entry' ->> 'effect' = 'effective') said
 where type = 'invite' and facts ->> 'party' is not null and facts ->> 'at' is not null
on conflict do nothing;
