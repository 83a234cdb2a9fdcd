-- In which threads we went on from this one: each of them rests on what this one says, not the newest alone.
create table thread.joint_follower (
    thread   text not null references thread.joint,
    follower text not null references thread.joint,
    primary key (thread, follower)
);
insert into thread.joint_follower (thread, follower)
select before.id, before.goes_on_in from thread.joint before join thread.joint later on later.id = before.goes_on_in
on conflict do nothing;
alter table thread.joint drop column goes_on_in;

-- Of before: by opening acts and joins of ours, which say it alike. Who we are is said by our acts between two, by invitations
-- that came here for one participant, and only where nothing else does by who opened what nobody asked us into. Read as text,
-- since an act may say what json refuses; within a text each quotation mark stands behind a backslash, so none begins a name.
with act as (
    select thread, id, author, n, envelope,
           case when position('"continues":"'::bytea in envelope) > 0
                then substring(convert_from(envelope, 'UTF8') from '"continues":"([0-9a-f-]{36}) ') end as before
      from thread.joint_act
), said as (
    (select substring(convert_from(envelope, 'UTF8') from '"author":"([^"]+)"') as us
       from thread.act where ours limit 1)
    union
    select substring(convert_from(invite.envelope, 'UTF8') from '"party":"([^"*]+)"')
      from thread.invitation asked join thread.joint_act invite on invite.id = asked.act
), us as (
    select us from said where us is not null
    union
    select opener from thread.joint
     where not exists (select from said where us is not null)
       and not exists (select from thread.invitation asked where asked.thread = joint.id)
)
insert into thread.joint_follower (thread, follower)
select joint.id, act.thread
  from act join us on us.us = act.author
           join thread.joint on joint.id = act.before and joint.id <> act.thread
           join thread.joint_entry entry on entry.act = act.id
 where position('"effect":"effective"'::bytea in entry.json) > 0
on conflict do nothing;
